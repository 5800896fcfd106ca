"""A fixed line or a mobile one."""

from frontline.slots.choices.vocabulary import NamedValue

connection = NamedValue(
    anywhere={
        "fixed_line": "fixed line|fixedline|landline|land line|wireline|फिक्स्ड लाइन|फिक्स लाइन|लैंडलाइन|लैंड लाइन",
        "mobile": "mobile connection|mobile line|mobile network|मोबाइल कनेक्शन|मोबाइल नेटवर्क",
    },
    answering={
        "fixed_line": "broadband|fibre|fiber|home|home line|wired|wifi|ghar|ghar wala|ब्रॉडबैंड|फाइबर|घर|घर वाला|वाईफाई",
        "mobile": "mobile|cell|cellular|cell phone|wireless|sim|phone|mobile phone|मोबाइल|सिम|फोन",
    },
)
