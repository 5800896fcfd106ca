"""How words become meaning: lexicons and patterns are data, a folder a language; one matcher runs them all."""
