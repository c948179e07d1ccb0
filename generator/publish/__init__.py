"""Last stage: outputs reach build/, all of them or none; what has not changed is not made again."""
