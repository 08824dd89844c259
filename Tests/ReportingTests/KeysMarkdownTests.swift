import AngelFunds
import Testing

@testable import Reporting

/// `Docs/Keys.md` says what every key may be.
@Suite struct KeysMarkdownTests {
  @Test func theDocumentIsWhatTheProgramWrites() throws {
    #expect(try SourceTexts.text("Docs/Keys.md") == KeysMarkdown.text)
  }

  /// Every key is there, or takes over what another one is, which is there in turn.
  @Test func everyKeyIsThere() {
    let keys = Dictionary(ScenarioKeys.all.map { ($0.path, $0) }) { first, _ in first }
    for key in ScenarioKeys.all {
      var origin = key
      while let next = origin.inheritsFrom.flatMap({ keys[$0] }) { origin = next }
      #expect(KeysMarkdown.text.contains("| `\(origin.path)` |"), "\(key.path)")
      #expect(origin.requirement == key.requirement, "\(key.path)")
    }
  }
}
