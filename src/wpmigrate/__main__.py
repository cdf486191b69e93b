"""`python -m wpmigrate`."""

from wpmigrate.cli import main

if __name__ == "__main__":
    main()
