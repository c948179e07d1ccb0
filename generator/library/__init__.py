"""Stage one: YAML text becomes a checked Library of entries that know where they stand."""
