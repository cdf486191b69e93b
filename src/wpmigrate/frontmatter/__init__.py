"""Front matter: fields in, YAML, TOML or JSON out."""
