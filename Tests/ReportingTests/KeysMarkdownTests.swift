import AngelFunds
import Testing

@testable import Reporting

/// `Docs/Keys.md` says what every key may be.
@Suite struct KeysMarkdownTests {
  @Test func theDocumentIsWhatTheProgramWrites() throws {
    #expect(try SourceTexts.text("Docs/Keys.md") == KeysMarkdown.text)
  }

  /// Every key is there, or takes over what another one is, which is.
  @Test func everyKeyIsThere() {
    for key in ScenarioKeys.all {
      let path = key.inheritsFrom ?? key.path
      #expect(key.inheritsFrom != nil || KeysMarkdown.text.contains("| `\(path)` |"), "\(path)")
    }
  }
}
