import Foundation
import Testing

/// The look through Chromium sees what tests of pages rely on it to see.
@Suite(.enabled(if: Browser.isThere, "needs chromium"))
struct BrowserTests {
  @Test func itTellsWhatAPageDoes() throws {
    let place = try Workplace()
    try place.write(
      """
      <!doctype html><link rel="icon" href="data:,"><body style="margin:0">
      <div style="width:700px">wide</div><b data-origin="a/b/c/mean">1.25×</b>
      <canvas id="full" width="200" height="100"></canvas><canvas id="empty"></canvas>
      <img src="http://pictures.test/one.png">
      <script>
      document.getElementById("full").getContext("2d").fillRect(0, 0, 50, 20);
      console.log("said");
      undefinedName();
      </script>
      """, to: "page.html")
    let visit = try Browser.visit(place.folder.appending(path: "page.html"), widths: [900, 390])
    #expect(visit.messages.contains { $0.contains("said") })
    #expect(visit.messages.contains { $0.contains("undefinedName is not defined") })
    #expect(Set(visit.requests) == ["http://pictures.test/one.png"])
    #expect(visit.looks.map(\.width) == [900, 390])
    #expect(visit.looks.map(\.contentWidth) == [900, 700])
    for look in visit.looks {
      #expect(look.canvases.map(\.painted) == [1000, 0])
      #expect(look.emptyCanvases == ["empty"])
      #expect(look.numbers.map(\.origin) == ["a/b/c/mean"])
      #expect(look.numbers.map(\.text) == ["1.25×"])
      #expect(look.scripts == 1)
      #expect(look.text.contains("wide"))
    }
  }
}
