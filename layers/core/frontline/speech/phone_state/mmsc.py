"""Whether the APN settings have an MMSC URL, without which no picture message is sent."""

from frontline.speech.phone_state.read_off import read_off

mmsc = read_off("mmsc")
