"""From what somebody knows to files of the library: ``huddlekit new`` and ``huddlekit import``."""
