/// What every figure means, how it is computed and where its definition comes from.
struct DictionaryTable {
  let style: ReportStyle

  var table: Table {
    let texts = style.texts
    return Table(
      id: "dictionary", title: texts("dictionary.title"),
      columns: [
        .name(texts("column.metric")), .name(texts("column.name_en")),
        .name(texts("column.name_zh")), .value(texts("column.meaning")),
        .value(texts("column.formula")), .value(texts("column.source")),
      ],
      rows: Catalogue.metrics.map { name, definition in
        [
          .text(name), .text(definition.name.english), .text(definition.name.chinese),
          .text(texts.text(definition.meaning)), .text(texts.text(definition.formula)),
          .text(definition.source),
        ]
      },
      note: texts("dictionary.note"), isSortable: true)
  }
}
