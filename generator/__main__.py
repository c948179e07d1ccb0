"""``python -m generator`` is ``huddlekit``."""

from generator.cli import main

main()
