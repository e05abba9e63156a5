"""Makes the JSON Schema of the native form from the model. Run by `make docs`.

A change of the schema that a reader of the last version would stumble over wants a new number (`corro.exchange.native.VERSION`).
"""

from pathlib import Path

from corro.exchange.schema import NAME, printed

if __name__ == "__main__":
    Path("src/corro/exchange/schema", NAME).write_text(printed(), encoding="utf-8")
