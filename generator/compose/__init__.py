"""Stage two: a request and a Library become a Plan. Pure: no disk, no clock, no chance."""
