"""Huddlekit: turns a folder of YAML into printable facilitation kits and a searchable site."""

__version__ = "0.1.0"
