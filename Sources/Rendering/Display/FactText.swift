import DataModel

/// A fact as two short texts.
struct FactText {
  var name: String
  var value: String

  init(_ fact: Fact, glyphs: Glyphs) {
    let column = Column(fact.name, .text, unit: fact.unit)
    let formatter = ColumnFormatter(column, values: [fact.value], glyphs: glyphs)
    let unit = formatter.unitText
    name = glyphs.cleaned(fact.name)
    value = formatter.cell(fact.value).text + (unit.isEmpty ? "" : " " + unit)
  }
}
