/// A report as a page: sections of blocks, which say nothing of how they look.
struct Page {
  /// One of the figures at the top.
  struct Card {
    let title: String
    let value: String
    /// How far sampling leaves it open, in words.
    let error: String
    /// How far the inputs leave it open, in words.
    let range: String
    /// What it means, in a sentence.
    let help: String
    /// Which number of `summary.csv` it is: `scope/id/metric/statistic`; nil for others.
    let origin: String?
  }

  enum Block {
    case cards([Card])
    case paragraph(String)
    /// A question and its answer.
    case answer(question: String, String)
    /// A sentence that answers a question, set apart.
    case verdict(String)
    case list([String])
    case figure(Figure)
    case table(Table)
    /// A table whose numbers are coloured from the lowest to the highest.
    case heat(Table)
    /// Text as it is, such as a command.
    case code(String)
    /// Blocks that open at a click.
    case details(title: String, [Block])
  }

  struct Section {
    /// Letters, digits and underscores.
    let id: String
    let title: String
    let blocks: [Block]
  }

  let title: String
  /// Below the title: where the numbers come from, in a line.
  let subtitle: String
  let sections: [Section]
  let style: ReportStyle
}
