"""Prepaid or postpaid."""

from frontline.slots.choices.vocabulary import NamedValue

account_type = NamedValue(
    anywhere={
        "prepaid": "prepaid|pre paid|prepade|pripaid|pripade|prepiad|preapid|prepad|pay as you go|प्रीपेड|"
        "प्री पेड|प्रिपेड|प्रीपैड",
        "postpaid": "postpaid|post paid|postpade|postpaide|pospaid|postpiad|postpad|पोस्टपेड|पोस्ट पेड|पोस्टपैड",
    },
    answering={
        "prepaid": "recharge|recharges|top up|topup|रिचार्ज|pre|प्री",
        "postpaid": "bill|bills|monthly bill|billing|बिल|post|पोस्ट",
    },
)
