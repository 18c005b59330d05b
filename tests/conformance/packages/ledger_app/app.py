"""A ledger with its own exceptions in a package; the uncaught error passes through three files with a chained cause."""

from ledger import journal
from ledger.accounts import Chart
from ledger.errors import LedgerError
from ledger.report import balance_sheet as sheet, trial

chart = Chart.parse("""
1000 Cash asset
1100 Bank asset
2000 Loan liability
3000 Equity equity
4000 Sales income
5000 Rent expense
""")
book = journal.Journal(chart)
ENTRIES = """
2024-01-01 start capital; 1100 50000; 3000 -50000
2024-01-03 loan; 1100 20000; 2000 -20000
2024-01-05 cash; 1000 1500.50; 1100 -1500.50
2024-01-09 sale; 1000 300; 4000 -300
2024-01-31 rent; 5000 900; 1100 -900
2024-02-01 wrong; 1000 5; 1100 -4
2024-02-30 no day; 1000 5; 1100 -5
2024-02-02 unknown; 1000 5; 9999 -5
"""
for line in ENTRIES.strip().splitlines():
    try:
        book.post(line)
    except LedgerError as error:
        print("-", error, type(error.__cause__).__name__, error.code)
print(len(book), journal.posted, book[0], book[-1].amounts)
print(trial(book))
print(sheet(book, "2024-01-04"), sheet(book), sep="\n--\n")
print([e.text for e in book if "cash" in e.text], book.find(4000))
book.post("2024-03-01 broken; 1000 x; 1100 1")
