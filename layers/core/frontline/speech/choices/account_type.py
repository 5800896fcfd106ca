"""Prepaid or postpaid."""

from frontline.speech.names import NamedValue

account_type = NamedValue("account_type")
