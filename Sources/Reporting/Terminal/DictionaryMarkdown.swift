import AngelFunds

/// The dictionary of figures as the document `Docs/Metrics.md`, in both languages.
public enum DictionaryMarkdown {
  /// The whole document.
  public static var text: String {
    ([head] + FigureDictionary.groups.map(section)).joined(separator: "\n")
  }

  private static let head = """
    # Figures · 指标

    What each figure of the reports means, how it is computed, and where its definition comes from. Written by `make dictionary` from `Sources/CAssets/strings/metrics.yaml`, where the labels of all reports come from too; `angelfof dictionary NAME` tells the same on a screen.
    All figures are before tax. `Docs/Model.md` says what is simulated; sources with an S and a number are in `Docs/Sources.md`.

    本文说明报告中各项指标的含义、计算方法和出处，由 `make dictionary` 从 `Sources/CAssets/strings/metrics.yaml` 生成，各报告的名称也取自同一文件；`angelfof dictionary 名称` 在屏幕上给出同样的说明。
    各项指标均为税前。模拟的内容见 `Docs/Model.md`；以 S 加数字标注的出处见 `Docs/Sources.md`。

    | unit | meaning | 含义 |
    | --- | --- | --- |
    | `CNY` | yuan | 元 |
    | `x` | a multiple, for each yuan | 倍 |
    | `share` | a part of a whole, 0.1 for 10 %; where the name begins with P, the share of futures in which it happens | 占比，0.1 即 10%；名称为概率者，为发生该情形的路径占比 |
    | `per_year` | a rate a year, 0.1 for 10 % | 年率，0.1 即 10% |
    | `years` | years | 年 |
    | `companies` | a number of companies, in the mean over futures | 企业数（路径均值可为小数） |
    | `funds` | a number of sub-funds, in the mean over futures | 子基金数（路径均值可为小数） |

    | scope | whose money | 谁的资金 |
    | --- | --- | --- |
    | `mother_fund` | the mother fund's contributors, after both layers of fee and carry and after concessions | 母基金出资人，已扣除两层管理费、业绩报酬和让利 |
    | `sub_fund` | all partners of a sub-fund, after its fee and carry, before the mother fund's concessions; also direct investment, `direct` | 子基金全体合伙人，已扣除该基金管理费和业绩报酬，未扣除母基金让利；也用于直投（`direct`） |
    | `anchor` | the mother fund's stakes in the anchor's sub-funds, after its concessions | 母基金在该依托载体各子基金中的份额，已扣除让利 |
    | `contributor` | one contributor of the mother fund | 母基金的某一出资人 |

    """

  private static func section(_ group: FigureDictionary.Group) -> String {
    let key = "dictionary.group.\(group.id)"
    let (english, chinese) = (Texts(language: .english)(key), Texts(language: .chinese)(key))
    return """
      ## \(english) · \(chinese)

      | figure | name | 名称 | unit | scopes | meaning · 含义 | formula · 公式 | source |
      | --- | --- | --- | --- | --- | --- | --- | --- |

      """ + group.entries.map(row).joined()
  }

  private static func row(_ entry: FigureDictionary.Entry) -> String {
    let definition = entry.definition
    let cells = [
      "`\(entry.name)`", definition.name.english, definition.name.chinese,
      "`\(entry.unit.rawValue)`", entry.scopes.map { "`\($0.rawValue)`" }.joined(separator: " "),
      both(definition.meaning), both(definition.formula), definition.source,
    ]
    return "| \(cells.map(escaped).joined(separator: " | ")) |\n"
  }

  private static func both(_ entry: Catalogue.Entry) -> String {
    entry.english == entry.chinese ? entry.english : "\(entry.english)<br>\(entry.chinese)"
  }

  /// Signs that Markdown would take for its own.
  private static func escaped(_ cell: String) -> String {
    cell.replacing("|", with: "\\|").replacing("*", with: "\\*")
  }
}
