"""Whether a flow may be published: everything that can be known of it before anybody walks it."""
