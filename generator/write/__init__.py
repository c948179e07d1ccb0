"""Entries on their way into the library: what somebody knows becomes data, and data becomes YAML text."""
