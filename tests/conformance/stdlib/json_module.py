"""json: both directions, indentation, sorting, errors."""

import json

data = {"name": "Mirage", "count": 3, "ratio": 0.5, "on": True, "off": None, "list": [1, [2, {"x": "y"}]], "é": "日😀\n\"q\""}
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2, sort_keys=True))
print(json.dumps([1, 2], separators=(",", ":")), json.dumps("x"), json.dumps(None), json.dumps(1e20), json.dumps({1: 2, True: 3}))
back = json.loads(json.dumps(data))
print(back == data, back["list"][1][1]["x"], back["é"])
print(json.loads(' [1, -2.5e3, "a\\u00e9\\n", true, false, null, {}, []] '), json.loads("12345678901234567890"))
for text in ("", "[1,", '{"a" 1}', "tru", "[1] x", '"abc'):
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        print(error, error.pos)
