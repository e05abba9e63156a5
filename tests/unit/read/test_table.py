"""Tables."""

from tests.unit.read.evidence import PHRASE, SENTENCE, codes, reading

from corro.read import ReadOptions


def test_columns_go_by_their_usual_names() -> None:
    """Semicolons and tabs part cells as well; quoted cells hold line ends."""
    for bar in (",", ";", "\t"):
        table = f'id{bar}Title{bar}date{bar}text\nK1{bar}T{bar}2023-02-05{bar}"{SENTENCE}\n\n{SENTENCE}"\n'
        (found,) = reading(table, "rows.csv").documents
        assert (found.label, found.title.text, str(found.published.interval)) == ("K1", "T", "2023-02-05")
        assert len(found.segments) == 2


def test_columns_can_be_mapped() -> None:
    """A mapping goes before the usual names."""
    table = f'Nr,Remark,text\n7,"{PHRASE}","not this one"\n'
    (found,) = reading(table, "rows.csv", ReadOptions(columns={"text": "Remark", "id": "Nr"})).documents
    assert (found.text, found.label) == (PHRASE, "7")


def test_a_missing_column_is_named() -> None:
    """Without a column of text, or one that the mapping names, the table is refused, and told how to map."""
    found = reading(f'Nr,Remark\n7,"{SENTENCE}"\n', "rows.csv")
    assert found.code == "column_missing"
    assert "Nr, Remark" in found.rejected
    assert "--column " in found.rejected
    found = reading(f'Nr,text\n7,"{SENTENCE}"\n', "rows.csv", ReadOptions(columns={"title": "Head"}))
    assert (found.code, "'Head'" in found.rejected) == ("column_missing", True)


def test_formula_cells_are_text_and_an_issue() -> None:
    """A cell that a spreadsheet would compute stays as it is, and is pointed out."""
    found = reading(f'id,title,text\nK1,"=1+2","{SENTENCE}"\nK2,"@SUM(A1)","{SENTENCE}"\nK3,plain,"{SENTENCE}"\n', "rows.csv")
    assert [document.title.text for document in found.documents] == ["=1+2", "@SUM(A1)", "plain"]
    assert [issue.detail for issue in found.issues if issue.code == "formula_cell"] == ["title", "title"]


def test_rows_end_one_by_one() -> None:
    """A row without text is rejected, a ragged one doubted, a blank one is nothing."""
    found = reading(f'id,text\nK1,"{SENTENCE}"\nK2,\n,\nK4,"{SENTENCE}",more\n', "rows.csv")
    assert [document.label for document in found.documents] == ["K1", "K4"]
    assert [(receipt.locator, receipt.code) for receipt in found.rejections] == [("rows.csv#2", "no_text")]
    assert "ragged_row" in codes(found)


def test_a_table_without_rows_is_refused() -> None:
    """A header alone holds no report."""
    assert reading("id,text\n", "rows.csv").code == "empty"
