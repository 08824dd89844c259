import Stochastics

extension PathSimulation {
  /// Fills `buffers.exposures` and `buffers.levels`, market plus sector factor for each sector, and
  /// says when companies can go public.
  func drawFactors<Recorder: TransferRecorder>(
    path: UInt32, source: inout RandomSource, recorder: inout Recorder
  ) {
    let (years, levelYears) = (model.entryYears, model.factorYears)
    let sectors = model.sectorStreams.count
    let market = factorRoom(sectors)
    model.factors.draw(
      model.marketStream, path: path, loading: model.factors.marketLoading, room: market,
      source: &source)
    tell(.market, &recorder)
    for sector in 0..<sectors {
      let room = factorRoom(sector)
      model.factors.draw(
        model.sectorStreams[sector], path: path, loading: model.factors.sectorLoading, room: room,
        source: &source)
      tell(.sector(sector), &recorder)
      for year in 0..<years { room.exposures[year] += market.exposures[year] }
      for year in 0..<levelYears { room.levels[year] += market.levels[year] }
    }
    guard levelYears > 0 else { return }
    model.rounds.drawWindow(
      model.windowStream, path: path, years: levelYears, isOpen: buffers.isWindowOpen,
      source: &source)
    guard Recorder.listens else { return }
    let open = UnsafeBufferPointer(start: buffers.isWindowOpen, count: levelYears)
    recorder.record(DrawnFactor(factor: .ipoWindow, values: open.map { $0 ? 1 : 0 }))
  }

  /// The same, told to nobody.
  func drawFactors(path: UInt32, source: inout RandomSource) {
    var silence = NoRecording()
    drawFactors(path: path, source: &source, recorder: &silence)
  }

  /// Tells the factor that was drawn last, year by year.
  @inline(__always)
  private func tell<Recorder: TransferRecorder>(
    _ factor: DrawnFactor.Factor, _ recorder: inout Recorder
  ) {
    guard Recorder.listens else { return }
    let values = UnsafeBufferPointer(start: buffers.yearly, count: model.drawnYears)
    recorder.record(DrawnFactor(factor: factor, values: Array(values)))
  }

  private func factorRoom(_ index: Int) -> FactorModel.Room {
    FactorModel.Room(
      values: buffers.yearly, exposures: buffers.exposures + index * model.entryYears,
      years: model.entryYears, levels: buffers.levels + index * model.factorYears,
      levelYears: model.factorYears)
  }
}
