"""The device the trouble shows on."""

from frontline.speech.names import NamedValue

device = NamedValue("device")
