"""The embedded stack: the same template, deployed into an AWS emulator on this machine, with a sandbox operator."""
