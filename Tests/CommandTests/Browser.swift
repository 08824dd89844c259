import Foundation
import Testing

/// A page as Chromium shows it in a window of some width, with everything unfolded.
struct PageLook: Decodable, Sendable {
  /// A canvas after the page's scripts have run.
  struct Canvas: Decodable, Sendable {
    let id: String
    let width: Int
    let height: Int
    /// How many of its pixels are not transparent.
    let painted: Int
  }

  /// A number that says which one of `summary.csv` it is.
  struct Number: Decodable, Sendable {
    /// `scope/id/metric/statistic`.
    let origin: String
    /// With its unit, which may stand in the column's head.
    let text: String
  }

  /// The width of the window, and of what stands in it: more where the page runs over.
  let width: Int
  let contentWidth: Int
  let canvases: [Canvas]
  let numbers: [Number]
  /// How many script elements there are.
  let scripts: Int
  /// What a reader can read.
  let text: String
  /// The document, without the content of scripts and styles.
  let html: String

  /// The charts on which nothing is to be seen.
  var emptyCanvases: [String] {
    canvases.filter { $0.painted < 500 || $0.width < 100 || $0.height < 100 }.map(\.id)
  }
}

/// What happened while Chromium showed a page.
struct PageVisit: Sendable {
  /// What the page wrote to the console: errors of scripts, and what its policy forbade.
  let messages: [String]
  /// The addresses that it asked for, but for the files that were opened.
  let requests: [String]
  /// How it looks in windows of the widths that were asked for.
  let looks: [PageLook]
}

/// Headless Chromium, with a profile of its own for every visit.
enum Browser {
  private static let program = "/usr/bin/chromium"
  /// Each visit takes about two seconds and a few processes; one after the other they disturb
  /// nobody.
  private static let lock = NSLock()

  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// Opens a page from its file in windows of several widths.
  static func visit(_ page: URL, widths: [Int] = [1280, 390]) throws -> PageVisit {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "angelfof-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let probed = try String(contentsOf: page, encoding: .utf8) + probe
    try probed.write(to: folder.appending(path: "page.html"), atomically: false, encoding: .utf8)
    try windows(widths).write(
      to: folder.appending(path: "windows.html"), atomically: false, encoding: .utf8)
    let (document, log) = try lock.withLock { try run(in: folder, width: widths.reduce(40, +)) }
    return PageVisit(
      messages: log.split(separator: "\n").filter { $0.contains(":CONSOLE:") }.map(String.init),
      requests: try requests(folder.appending(path: "net.json")),
      looks: try widths.map { try look(of: $0, in: document) })
  }

  private static func run(in folder: URL, width: Int) throws -> (document: String, log: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-component-update",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
      "--enable-logging=stderr", "--log-net-log=\(folder.path)/net.json",
      "--window-size=\(width),900", "--virtual-time-budget=5000", "--dump-dom",
      "file://\(folder.path)/windows.html",
    ]
    let screens = ["document", "log"].map { folder.appending(path: $0) }
    for screen in screens { try Data().write(to: screen) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: screens[0])
    process.standardError = try FileHandle(forWritingTo: screens[1])
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let texts = try screens.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1])
  }

  /// What pages asked for; Chromium's own calls have no page behind them.
  private static func requests(_ log: URL) throws -> [String] {
    String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n")
      .filter { $0.contains("\"initiator\":") && !$0.contains("\"initiator\":\"not an origin\"") }
      .map { String($0.firstMatch(of: /"url":"([^"]*)"/)?.1 ?? $0) }
  }

  private static func look(of width: Int, in document: String) throws -> PageLook {
    let start = try #require(
      document.range(of: "<pre id=\"look\(width)\">"), "the page has told nothing at \(width)")
    let text = document[start.upperBound...].prefix { $0 != "<" }
    let bytes = try #require(Data(base64Encoded: String(text)))
    return try JSONDecoder().decode(PageLook.self, from: bytes)
  }

  /// Frames stand in for windows, since Chromium's own are never narrower than 500 pixels.
  private static func windows(_ widths: [Int]) -> String {
    let frames = widths.map {
      "<iframe src='page.html' width='\($0)' height='880' style='border:0;float:left'></iframe>"
    }
    return """
      <!doctype html><link rel="icon" href="data:,"><body style="margin:0">
      <script>
      addEventListener("message", (event) => {
        const told = document.createElement("pre");
        told.id = "look" + event.data.width;
        told.textContent = event.data.look;
        document.body.append(told);
      });
      </script>
      \(frames.joined())
      """
  }

  /// Looks at the page from within, by nothing that the page's own script says.
  private static let probe = """
    <script>
    addEventListener("load", () => {
      document.querySelectorAll("details").forEach((part) => (part.open = true));
      setTimeout(() => {
        const painted = (canvas) => {
          if (!canvas.width || !canvas.height) return 0;
          const bytes = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          let count = 0;
          for (let at = 3; at < bytes.length; at += 4) if (bytes[at] > 0) count += 1;
          return count;
        };
        const bare = document.documentElement.cloneNode(true);
        bare.querySelectorAll("script, style").forEach((part) => (part.textContent = ""));
        const all = (what, tell) => Array.from(document.querySelectorAll(what), tell);
        const look = {
          width: innerWidth, contentWidth: document.documentElement.scrollWidth,
          canvases: all("canvas", (canvas) => ({
            id: canvas.id, width: canvas.width, height: canvas.height, painted: painted(canvas),
          })),
          numbers: all("[data-origin]", (cell) => ({
            origin: cell.dataset.origin, text: cell.textContent + (cell.dataset.unit || ""),
          })),
          scripts: document.scripts.length - 1, text: document.body.innerText,
          html: bare.outerHTML,
        };
        const bytes = new TextEncoder().encode(JSON.stringify(look));
        let letters = "";
        bytes.forEach((byte) => (letters += String.fromCharCode(byte)));
        parent.postMessage({ width: innerWidth, look: btoa(letters) }, "*");
      }, 500);
    });
    </script>
    """
}
