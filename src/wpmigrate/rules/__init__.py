"""Rules: checks over an export, one file a rule, one table in code order."""
