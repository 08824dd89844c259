import Foundation
import Testing

/// A folder of reports has the files of one run, whatever was there before and whatever happens.
@Suite struct OutputSetTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.writeShortPlan(to: "plan.yaml")
  }

  @discardableResult private func run(_ more: String...) throws -> Outcome {
    try place.run(["run", "plan.yaml", "--paths", "20", "--no-ranges"] + more)
  }

  private func names(_ folder: String) throws -> [String] {
    try place.everything().filter { $0.hasPrefix("\(folder)/") }
      .map { String($0.dropFirst(folder.count + 1)) }
  }

  /// The files of a folder without its list; and its list.
  private func files(_ folder: String) throws -> [String: Data] {
    try place.snapshot().reduce(into: [:]) { files, file in
      if file.key.hasPrefix("\(folder)/") {
        files[String(file.key.dropFirst(folder.count + 1))] = file.value
      }
    }
  }

  private static let plain = [
    "budget.csv", "cashflows.csv", "notes.csv", "report.html", "report.xlsx", "run.sqlite",
    "sensitivity.csv", "summary.csv",
  ]

  /// Seen: paths.csv and evaluation.csv of seed 1 beside the summary of seed 2.
  @Test func aRunTakesTheFilesOfAnEarlierOneAway() throws {
    try run("--save-paths", "--set", "rules.evaluation=yes")
    #expect(try names("Reports/plan") == (Self.plain + ["evaluation.csv", "paths.csv"]).sorted())
    try place.write("mine", to: "Reports/plan/minutes.csv")
    try run("--seed", "2")
    #expect(try names("Reports/plan") == (Self.plain + ["minutes.csv"]).sorted())
    #expect(try place.text("Reports/plan/minutes.csv") == "mine")
  }

  /// Version 0.1.0 kept no list; what it wrote beside a run is known.
  @Test func aRunTakesTheFilesOfAnOlderVersionAway() throws {
    try run("--save-paths")
    try FileManager.default.removeItem(at: place.folder.appending(path: "Reports/plan/.angelfof"))
    try place.write("mine", to: "Reports/plan/minutes.csv")
    try run("--seed", "2")
    #expect(try names("Reports/plan") == (Self.plain + ["minutes.csv"]).sorted())
  }

  /// A list may be edited or come from elsewhere: it names files of its own folder, and no others.
  @Test func aListNamesOnlyFilesOfItsFolder() throws {
    try run("--save-paths")
    try place.write("mine", to: "Reports/mine.csv")
    let list = try place.text("Reports/plan/.angelfof")
    try place.write(
      list + "run\tx\t../mine.csv\nrun\tx\t.\nrun\tx\tinner\nrun\nnothing\tx\tminutes.csv\n",
      to: "Reports/plan/.angelfof")
    try place.write("mine", to: "Reports/plan/minutes.csv")
    try FileManager.default.createDirectory(
      at: place.folder.appending(path: "Reports/plan/inner"), withIntermediateDirectories: false)
    #expect(try run().status == 0)
    #expect(try names("Reports/plan") == (Self.plain + ["inner", "minutes.csv"]).sorted())
    #expect(try place.text("Reports/mine.csv") == "mine")
  }

  /// A run and a comparison in one folder keep out of each other's way.
  @Test func aComparisonReplacesComparisonsOnly() throws {
    try place.writeShortPlan(to: "other.yaml")
    let compare = ["compare", "plan.yaml", "other.yaml", "--paths", "20", "-o", "Reports/plan"]
    try run()
    #expect(try place.run(compare + ["--save-runs"]).status == 0)
    #expect(try place.run(compare).status == 0)
    #expect(
      try names("Reports/plan")
        == (Self.plain + ["compare.csv", "comparison.html", "comparison.xlsx"]).sorted())
  }

  @Test func aSweepTakesTheFilesOfAnEarlierOneAway() throws {
    let factors = "base: plan.yaml\npaths: 20\nfactors: {terms.carry: [10%, 20%]}\n"
    try place.write(factors + "design: one_at_a_time\n", to: "grid.yaml")
    #expect(try place.run("sweep", "grid.yaml").status == 0)
    #expect(try names("Reports/grid").contains("tornado.csv"))
    try place.write(factors, to: "grid.yaml")
    #expect(try place.run("sweep", "grid.yaml").status == 0)
    #expect(
      try names("Reports/grid")
        == ["cells.csv", "sweep.csv", "sweep.html", "sweep.sqlite", "sweep.xlsx"])
  }

  /// Reports made again stand beside those of the same run, and in place of another's.
  @Test func reportsOfOneRunStayTogether() throws {
    try run("--save-paths")
    try run("--seed", "2", "-o", "two")
    func report(_ run: String, _ more: String...) throws -> Outcome {
      try place.run(["report", run, "--output", "shown"] + more)
    }
    #expect(try report("Reports/plan", "--format", "csv", "--save-paths").status == 0)
    #expect(try report("Reports/plan", "--format", "html").status == 0)
    #expect(try names("shown").contains("paths.csv") && names("shown").contains("report.html"))
    #expect(try report("two/plan", "--format", "xlsx").status == 0)
    #expect(try names("shown") == ["report.xlsx"])
  }

  /// A report beside its own run takes no file of it away, and one beside another run is refused.
  @Test func aReportNeverTakesARunAway() throws {
    try run()
    try run("--seed", "2", "-o", "two")
    let before = try files("two/plan")
    let refused = try place.run(
      "report", "Reports/plan", "--format", "csv", "--output", "two/plan")
    #expect(refused.status == 73)
    #expect(
      refused.messages == "two/plan/run.sqlite: is in the way: it is of other numbers than these "
        + "reports; choose another folder with --output\n")
    #expect(try files("two/plan") == before)
    let own = place.folder.appending(path: "Reports/plan/run.sqlite")
    try FileManager.default.removeItem(at: own)
    try FileManager.default.copyItem(
      at: place.folder.appending(path: "two/plan/run.sqlite"), to: own)
    #expect(try place.run("report", "Reports/plan", "--format", "csv").status == 0)
    #expect(try place.bytes("Reports/plan/run.sqlite") == place.bytes("two/plan/run.sqlite"))
    #expect(try place.bytes("Reports/plan/summary.csv") == place.bytes("two/plan/summary.csv"))
    #expect(try !names("Reports/plan").contains("report.html"))
  }

  /// Shards of a run come from several machines into one folder, and stay there.
  @Test func shardsStay() throws {
    for shard in ["1/2", "2/2"] {
      let outcome = try place.run(
        "run", "plan.yaml", "--paths", "600", "--no-ranges", "--shard", shard)
      #expect(outcome.status == 0)
    }
    #expect(try place.run("merge", "Reports/plan").status == 0)
    #expect(try place.run("merge", "Reports/plan", "--save-paths").status == 0)
    #expect(
      try names("Reports/plan")
        == (Self.plain + ["paths.csv", "shard_1_of_2.sqlite", "shard_2_of_2.sqlite"]).sorted())
  }

  /// Has a program decided to put the files of `two/plan` into `Reports/plan`, and been killed when
  /// some were there.
  private func decide(moved: Int) throws {
    let folder = place.folder.appending(path: "Reports/plan")
    let commit = folder.appending(path: ".angelfof-commit")
    for part in ["new", "former"] {
      try FileManager.default.createDirectory(
        at: commit.appending(path: part), withIntermediateDirectories: true)
    }
    try place.write("paths.csv", to: "Reports/plan/.angelfof-commit/removals")
    try place.write("", to: "Reports/plan/.angelfof-commit/moves")
    let names = try files("two/plan").keys.sorted() + [".angelfof"]
    for (index, name) in names.enumerated() {
      let target = index < moved ? folder : commit.appending(path: "new")
      try? FileManager.default.removeItem(at: target.appending(path: name))
      try FileManager.default.copyItem(
        at: place.folder.appending(path: "two/plan/\(name)"), to: target.appending(path: name))
    }
  }

  /// A decision, or a part of one, that belongs to somebody else.
  ///
  /// Seen: whoever could write into a folder had others remove and rename files there, also by
  /// `trace`, which writes none. Only the superuser can give files away, as the test has to.
  @Test(
    .enabled(if: geteuid() == 0), arguments: ["", "/removals", "/moves", "/new"],
    [
      "report Reports/plan", "trace Reports/plan --path 1", "compare Reports/plan Reports/plan",
      "run other.yaml --paths 2 --no-ranges",
    ])
  func whatOthersDecidedIsNotCarriedOut(part: String, reader: String) throws {
    try run("--save-paths")
    try run("--seed", "2", "-o", "two")
    try place.writeShortPlan(to: "other.yaml")
    try decide(moved: 0)
    let hidden = "Reports/plan/.angelfof-commit"
    #expect(chown(place.folder.appending(path: hidden + part).path, 12345, gid_t.max) == 0)
    let before = try files("Reports/plan")
    #expect(try place.run(reader.split(separator: " ").map(String.init)).status == 0)
    #expect(try files("Reports/plan") == before)
    for writer in ["run plan.yaml --paths 2", "report Reports/plan --format csv"] {
      let outcome = try place.run(writer.split(separator: " ").map(String.init))
      #expect(outcome.status == 73)
      #expect(
        outcome.messages == "\(hidden): is in the way: a program of another user was killed there, "
          + "and only that user's can go on; have that user run a command there, remove it, or "
          + "choose another folder with --output\n")
      #expect(try files("Reports/plan") == before)
    }
  }

  /// A program that is killed while files go to their places leaves the decision behind, and
  /// whoever works in the folder next carries it out.
  @Test(arguments: [0, 3, 9], ["report Reports/plan", "run other.yaml", "trace Reports/plan"])
  func whatWasDecidedIsCarriedOut(moved: Int, next: String) throws {
    try run("--save-paths")
    try run("--seed", "2", "-o", "two")
    try place.writeShortPlan(to: "other.yaml")
    var expected = try files("two/plan")
    try decide(moved: moved)
    try place.write("mine", to: "Reports/plan/minutes.csv")
    expected["minutes.csv"] = Data("mine".utf8)
    let more =
      next.hasPrefix("run")
      ? ["--paths", "2", "--no-ranges"] : next.hasPrefix("trace") ? ["--path", "1"] : []
    #expect(try place.run(next.split(separator: " ").map(String.init) + more).status == 0)
    #expect(try files("Reports/plan") == expected)
    #expect(try place.text("Reports/plan/.angelfof") == place.text("two/plan/.angelfof"))
  }

  /// `chattr +i` makes a file that even the superuser cannot replace: the files that had gone to
  /// their places before it go back.
  @Test func whatCannotGoToItsPlaceTakesTheOthersBack() throws {
    try run("--save-paths")
    let before = try files("Reports/plan")
    let list = try place.text("Reports/plan/.angelfof")
    let outcome = try place.shell(
      "chattr +i Reports/plan/run.sqlite 2>/dev/null || exit 99; "
        + "\"$ANGELFOF\" run plan.yaml --paths 20 --no-ranges --seed 2; s=$?; "
        + "chattr -i Reports/plan/run.sqlite; exit $s")
    guard outcome.status != 99 else { return }
    #expect(outcome.status == 74)
    #expect(
      outcome.messages == "Reports/plan: cannot be written: operation not permitted; nothing was "
        + "changed; make room, or choose another folder with --output\n")
    #expect(try files("Reports/plan") == before)
    #expect(try place.text("Reports/plan/.angelfof") == list)
  }

  /// A sweep's store is in the set too: reports that cannot be written leave the earlier sweep.
  @Test func aSweepsStoreAppearsWithItsReports() throws {
    try place.write(
      "base: plan.yaml\npaths: 20\nfactors: {terms.carry: [10%, 20%]}\n", to: "grid.yaml")
    #expect(try place.run("sweep", "grid.yaml").status == 0)
    let before = try files("Reports/grid")
    let outcome = try place.shell(
      "chattr +i Reports/grid/sweep.html 2>/dev/null || exit 99; "
        + "\"$ANGELFOF\" sweep grid.yaml --seed 2; s=$?; chattr -i Reports/grid/sweep.html; exit $s"
    )
    guard outcome.status != 99 else { return }
    #expect(outcome.status == 74)
    var after = try files("Reports/grid")
    #expect(after.removeValue(forKey: "unfinished_sweep.sqlite") != nil)
    #expect(after == before)
    let resumed = try place.run("sweep", "grid.yaml", "--seed", "2", "--resume")
    #expect(resumed.status == 0, "\(resumed.messages)")
    #expect(try files("Reports/grid").keys == before.keys)
    #expect(try place.bytes("Reports/grid/sweep.html") != before["sweep.html"])
  }
}
