"""The service regions, India's telecom circles and metros, and every name a customer may give to a place in them.

A block: id; English name; Hindi name; the region's own names; its places; its places whose names also mean something
else ("gaya" is a city and "went"), heard only as an answer. A city served by a neighbouring circle stands with it."""

import re
from typing import NamedTuple

_BLOCKS = """
delhi; Delhi NCR; दिल्ली एनसीआर; delhi ncr|ncr|national capital region|एनसीआर; delhi|dilli|dehli|delih|new delhi|
  nai dilli|noida|greater noida|gurgaon|gurugram|gudgaon|ghaziabad|gaziabad|faridabad|fridabad|dwarka|दिल्ली|
  नई दिल्ली|नोएडा|ग्रेटर नोएडा|गुड़गांव|गुरुग्राम|गाजियाबाद|फरीदाबाद; saket|rohini
mumbai; Mumbai; मुंबई; ; mumbai|bombay|bambai|bombai|mumbay|mumbi|navi mumbai|new mumbai|andheri west|andheri east|
  thane|kalyan dombivli|
  dombivli|dombivali|mira bhayandar|vasai|virar|panvel|borivali|bandra|मुंबई|मुम्बई|बंबई|नवी मुंबई|ठाणे|डोंबिवली|
  पनवेल; kalyan|कल्याण|thana|andheri|अंधेरी
kolkata; Kolkata; कोलकाता; ; kolkata|calcutta|kolkatta|calcuta|kalkatta|kolkota|howrah|haora|salt lake city|कोलकाता|
  कलकत्ता|हावड़ा; salt lake
chennai; Chennai; चेन्नई; ; chennai|madras|chenai|channai|tambaram|chengalpattu|चेन्नई|चेन्नै|मद्रास; avadi
karnataka; Karnataka; कर्नाटक; karnataka|karnatka|कर्नाटक; bangalore|bangalor|bengaluru|banglore|bangaluru|bengalore|
  bengluru|blr|mysore|mysuru|maisur|mangalore|mangaluru|hubli|hubballi|dharwad|hubli dharwad|belgaum|belagavi|
  gulbarga|kalaburagi|davangere|bellary|ballari|bijapur|vijayapura|shimoga|shivamogga|tumkur|tumakuru|udupi|
  whitefield|बैंगलोर|बेंगलुरु|बंगलौर|बेंगलूर|बंगलुरु|मैसूर|मैसूरु|मंगलौर|हुबली|बेलगाम|गुलबर्गा;
andhra_telangana; Andhra Pradesh and Telangana; आंध्र प्रदेश और तेलंगाना; andhra pradesh|andhra|telangana|
  आंध्र प्रदेश|आंध्र|तेलंगाना; hyderabad|hydrabad|haidrabad|hyderbad|secunderabad|sikandarabad|cyberabad|
  visakhapatnam|vishakhapatnam|vizag|vijayawada|vijaywada|bezawada|guntur|nellore|kurnool|tirupati|warangal|
  nizamabad|karimnagar|rajahmundry|kakinada|kadapa|anantapur|khammam|हैदराबाद|सिकंदराबाद|विशाखापत्तनम|विशाखापट्टनम|
  विजयवाड़ा|गुंटूर|तिरुपति|वारंगल|नेल्लोर; hyd|ap|eluru
tamil_nadu; Tamil Nadu; तमिलनाडु; tamil nadu|tamilnadu|tamil naadu|तमिलनाडु|तमिल नाडु; coimbatore|koyambatore|
  coimbatur|kovai|madurai|trichy|tiruchirappalli|tiruchi|tirunelveli|tiruppur|tirupur|vellore|erode|thanjavur|
  tanjore|thoothukudi|tuticorin|dindigul|nagercoil|hosur|puducherry|pondicherry|kanchipuram|कोयंबटूर|कोयम्बटूर|
  मदुरै|त्रिची|तिरुचिरापल्ली|तिरुनेलवेली|वेल्लोर|पुडुचेरी|पांडिचेरी|सेलम; salem|tn|ooty
kerala; Kerala; केरल; kerala|keral|kerela|केरल|केरला; kochi|cochin|ernakulam|trivandrum|thiruvananthapuram|calicut|
  kozhikode|thrissur|trichur|kollam|quilon|kannur|cannanore|alappuzha|alleppey|palakkad|palghat|kottayam|malappuram|
  kasaragod|lakshadweep|कोच्चि|कोचीन|एर्नाकुलम|तिरुवनंतपुरम|त्रिवेंद्रम|कोझिकोड|कालीकट|त्रिशूर|कोल्लम|कन्नूर;
maharashtra; Maharashtra and Goa; महाराष्ट्र और गोवा; maharashtra|maharastra|maharashtr|goa|महाराष्ट्र|गोवा; pune|
  poona|puna|pimpri|chinchwad|pimpri chinchwad|nagpur|naagpur|nashik|nasik|naasik|aurangabad|sambhajinagar|
  chhatrapati sambhajinagar|solapur|sholapur|kolhapur|amravati|amrawati|nanded|sangli|jalgaon|akola|latur|dhule|
  ahmednagar|ahilyanagar|chandrapur|satara|ratnagiri|panaji|panjim|margao|vasco da gama|mapusa|पुणे|पूना|पुना|
  नागपुर|नासिक|नाशिक|औरंगाबाद|सोलापुर|कोल्हापुर|अमरावती|नांदेड़|सांगली|जलगांव|अकोला|लातूर|धुले|पणजी; vasco|beed
gujarat; Gujarat; गुजरात; gujarat|gujrat|gujraat|गुजरात; ahmedabad|ahmadabad|amdavad|ahemdabad|vadodara|vadodra|
  baroda|badodara|rajkot|bhavnagar|jamnagar|gandhinagar|junagadh|bharuch|navsari|vapi|valsad|mehsana|bhuj|
  gandhidham|porbandar|nadiad|daman|silvassa|अहमदाबाद|वडोदरा|बड़ौदा|राजकोट|भावनगर|जामनगर|गांधीनगर|जूनागढ़|भरूच|
  नवसारी|वापी|surat|सूरत; anand|diu|आनंद
rajasthan; Rajasthan; राजस्थान; rajasthan|rajsthan|rajastan|राजस्थान; jaipur|jaypur|jodhpur|jodpur|udaipur|udaypur|
  kota|ajmer|bikaner|alwar|bhilwara|sikar|bharatpur|sri ganganagar|ganganagar|jaisalmer|chittorgarh|hanumangarh|
  barmer|beawar|जयपुर|जोधपुर|उदयपुर|अजमेर|बीकानेर|अलवर|भीलवाड़ा|सीकर|भरतपुर|जैसलमेर|श्रीगंगानगर; pali|tonk|churu|
  कोटा
punjab; Punjab and Chandigarh; पंजाब और चंडीगढ़; punjab|panjab|पंजाब; chandigarh|chandigadh|chandigrah|ludhiana|
  ludhiyana|amritsar|amritser|jalandhar|jalander|patiala|bathinda|bhatinda|mohali|zirakpur|pathankot|hoshiarpur|
  firozpur|ferozepur|चंडीगढ़|लुधियाना|अमृतसर|जालंधर|पटियाला|बठिंडा|मोहाली|पठानकोट; moga|batala
haryana; Haryana; हरियाणा; haryana|hariyana|हरियाणा; ambala|panipat|rohtak|hisar|hissar|karnal|sonipat|sonepat|
  yamunanagar|yamuna nagar|panchkula|kurukshetra|rewari|bhiwani|sirsa|अंबाला|पानीपत|रोहतक|हिसार|करनाल|सोनीपत|
  यमुनानगर|पंचकूला|कुरुक्षेत्र; jind
himachal_pradesh; Himachal Pradesh; हिमाचल प्रदेश; himachal pradesh|himachal|हिमाचल प्रदेश|हिमाचल; shimla|simla|
  dharamshala|dharamsala|manali|kullu|solan|bilaspur himachal|palampur|शिमला|धर्मशाला|मनाली|कुल्लू|सोलन; mandi|una|
  hp|मंडी|ऊना
jammu_kashmir; Jammu and Kashmir; जम्मू और कश्मीर; jammu and kashmir|jammu kashmir|kashmir|ladakh|j and k|
  जम्मू और कश्मीर|जम्मू कश्मीर|कश्मीर|लद्दाख; jammu|srinagar|shrinagar|anantnag|baramulla|udhampur|kathua|kargil|
  जम्मू|श्रीनगर|अनंतनाग|कठुआ|उधमपुर; leh|jk|लेह
uttar_pradesh_east; Uttar Pradesh (East); उत्तर प्रदेश (पूर्व); uttar pradesh east|up east|eastern uttar pradesh|
  purvanchal|उत्तर प्रदेश पूर्व|पूर्वांचल; lucknow|lukhnow|laknau|lakhnau|luckhnow|kanpur|cawnpore|varanasi|banaras|
  benaras|benares|kashi|allahabad|alahabad|prayagraj|gorakhpur|faizabad|ayodhya|sultanpur|raebareli|rae bareli|
  jhansi|azamgarh|jaunpur|mirzapur|basti up|gonda|bahraich|sitapur|lakhimpur|ballia|deoria|लखनऊ|कानपुर|वाराणसी|
  बनारस|काशी|इलाहाबाद|प्रयागराज|गोरखपुर|फैजाबाद|अयोध्या|सुल्तानपुर|रायबरेली|झांसी|आजमगढ़|जौनपुर|मिर्जापुर|गोंडा|
  बलिया; basti|mau|banda|बस्ती|मऊ
uttar_pradesh_west; Uttar Pradesh (West) and Uttarakhand; उत्तर प्रदेश (पश्चिम) और उत्तराखंड; uttar pradesh west|
  up west|western uttar pradesh|uttarakhand|uttrakhand|uttaranchal|उत्तर प्रदेश पश्चिम|उत्तराखंड; agra|meerut|merut|
  bareilly|bareli|aligarh|moradabad|muradabad|saharanpur|mathura|vrindavan|muzaffarnagar|rampur|bulandshahr|hapur|
  bijnor|etawah|firozabad|dehradun|dehra dun|haridwar|hardwar|rishikesh|haldwani|nainital|roorkee|rudrapur|almora|
  आगरा|मेरठ|बरेली|अलीगढ़|मुरादाबाद|सहारनपुर|मथुरा|वृंदावन|मुजफ्फरनगर|रामपुर|बुलंदशहर|हापुड़|बिजनौर|फिरोजाबाद|
  देहरादून|हरिद्वार|ऋषिकेश|हल्द्वानी|नैनीताल|रुड़की; etah
bihar_jharkhand; Bihar and Jharkhand; बिहार और झारखंड; bihar|bihaar|jharkhand|jharkand|बिहार|झारखंड; patna|patana|
  muzaffarpur|bhagalpur|darbhanga|purnia|purnea|begusarai|katihar|chhapra|samastipur|motihari|hajipur|bihar sharif|
  bodh gaya|sasaram|ranchi|raanchi|jamshedpur|tatanagar|dhanbad|bokaro|hazaribagh|deoghar|giridih|पटना|मुजफ्फरपुर|
  भागलपुर|दरभंगा|पूर्णिया|बेगूसराय|कटिहार|छपरा|समस्तीपुर|हाजीपुर|बोधगया|रांची|जमशेदपुर|टाटानगर|धनबाद|बोकारो|
  हजारीबाग|देवघर; gaya|ara|arrah|siwan|गया|आरा
madhya_pradesh; Madhya Pradesh and Chhattisgarh; मध्य प्रदेश और छत्तीसगढ़; madhya pradesh|madhyapradesh|
  chhattisgarh|chattisgarh|मध्य प्रदेश|छत्तीसगढ़; bhopal|bhopaal|indore|indor|gwalior|gwaliar|jabalpur|jabbalpur|
  ujjain|ratlam|satna|dewas|katni|khandwa|chhindwara|vidisha|raipur|bhilai|durg bhilai|bilaspur|korba|jagdalpur|
  rajnandgaon|भोपाल|इंदौर|ग्वालियर|जबलपुर|उज्जैन|रतलाम|सतना|देवास|कटनी|रायपुर|भिलाई|बिलासपुर|कोरबा|जगदलपुर; sagar|
  rewa|durg|guna|mp|सागर|रीवा|दुर्ग
west_bengal; West Bengal and Sikkim; पश्चिम बंगाल और सिक्किम; west bengal|westbengal|bengal|bangal|sikkim|andaman|
  andaman and nicobar|पश्चिम बंगाल|बंगाल|सिक्किम|अंडमान; siliguri|shiliguri|durgapur|asansol|darjeeling|kharagpur|
  bardhaman|burdwan|haldia|malda|jalpaiguri|cooch behar|baharampur|gangtok|port blair|सिलीगुड़ी|दुर्गापुर|आसनसोल|
  दार्जिलिंग|खड़गपुर|बर्धमान|मालदा|गंगटोक|पोर्ट ब्लेयर; wb
odisha; Odisha; ओडिशा; odisha|orissa|odissa|oddisha|ओडिशा|उड़ीसा; bhubaneswar|bhubneshwar|bhubaneshwar|bhuvneshwar|
  cuttack|katak|rourkela|raurkela|sambalpur|berhampur|brahmapur|balasore|baleshwar|jharsuguda|भुवनेश्वर|कटक|
  राउरकेला|संबलपुर|बालासोर; puri|पुरी
assam; Assam; असम; assam|asam|aasam|असम|आसाम; guwahati|gauhati|guwahti|silchar|dibrugarh|jorhat|tezpur|nagaon|
  tinsukia|गुवाहाटी|सिलचर|डिब्रूगढ़|जोरहाट|तेजपुर;
north_east; North East; पूर्वोत्तर; north east|northeast|meghalaya|manipur|mizoram|nagaland|tripura|
  arunachal pradesh|arunachal|पूर्वोत्तर|मेघालय|मणिपुर|मिजोरम|नागालैंड|त्रिपुरा|अरुणाचल प्रदेश|अरुणाचल; shillong|
  imphal|aizawl|kohima|dimapur|agartala|itanagar|शिलांग|शिलॉन्ग|इंफाल|इम्फाल|आइजोल|कोहिमा|दीमापुर|अगरतला|ईटानगर;
"""

_PINCODES = """
delhi 11 122 121 201; haryana 12 13; punjab 14 15 16; himachal_pradesh 17; jammu_kashmir 18 19
uttar_pradesh_west 20 24 25 28 262 263; uttar_pradesh_east 21 22 23 26 27 284 285 271; rajasthan 30 31 32 33 34
gujarat 36 37 38 39
maharashtra 40 41 42 43 44; mumbai 400 401; madhya_pradesh 45 46 47 48 49; andhra_telangana 50 51 52 53
karnataka 56 57 58 59
tamil_nadu 60 61 62 63 64; chennai 600; kerala 67 68 69; west_bengal 70 71 72 73 74; kolkata 700 711
odisha 75 76 77; assam 78
north_east 79; bihar_jharkhand 80 81 82 83 84 85
"""

METROS: frozenset[str] = frozenset({"delhi", "mumbai", "kolkata", "chennai"})
"""The circles in which an evening slowdown is more likely congestion than a fault."""


class Region(NamedTuple):
    """What a region is called, and the names by which it, and the places in it, are heard."""

    id: str
    en: str
    hi: str
    own: list[str]
    places: list[str]
    only_asked: list[str]


def all_regions() -> list[Region]:
    """Read anew each time; whoever needs it often keeps what it makes of it."""
    regions = []
    for block in re.split(r"\n(?! )", _BLOCKS.strip()):
        called, en, hi, own, places, only_asked = (field.strip() for field in block.split(";"))
        regions.append(Region(called, en, hi, [called, en, hi, *_names(own)], _names(places), _names(only_asked)))
    return regions


def pincodes() -> dict[str, str]:
    """The region by the first three, or else two, digits of a postal code."""
    lines = (line.split() for line in re.split(r"[;\n]", _PINCODES.strip()))
    return {prefix: region for region, *prefixes in lines for prefix in prefixes}


def _names(field: str) -> list[str]:
    return [name.strip() for name in field.split("|") if name.strip()]
