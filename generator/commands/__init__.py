"""The commands, one module each: parse, call, print, exit code. Everything heavy is imported where it is used."""
