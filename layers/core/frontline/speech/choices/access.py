"""How the line reaches the network: fibre, another broadband line, a SIM, or mobile data on one."""

from frontline.speech.names import NamedValue

access = NamedValue("access")
