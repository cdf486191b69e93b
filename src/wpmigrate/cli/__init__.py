"""The command line: parse options, call the api, print, exit."""
