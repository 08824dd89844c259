import Stochastics

extension PathSimulation {
  /// Fills `buffers.exposures` and `buffers.levels`, market plus sector factor for each sector, and
  /// says when companies can go public.
  func drawFactors(path: UInt32, source: inout RandomSource) {
    let (years, levelYears) = (model.entryYears, model.factorYears)
    let sectors = model.sectorStreams.count
    let market = factorRoom(sectors)
    model.factors.draw(
      model.marketStream, path: path, loading: model.factors.marketLoading, room: market,
      source: &source)
    for sector in 0..<sectors {
      let room = factorRoom(sector)
      model.factors.draw(
        model.sectorStreams[sector], path: path, loading: model.factors.sectorLoading, room: room,
        source: &source)
      for year in 0..<years { room.exposures[year] += market.exposures[year] }
      for year in 0..<levelYears { room.levels[year] += market.levels[year] }
    }
    guard levelYears > 0 else { return }
    model.rounds.drawWindow(
      model.windowStream, path: path, years: levelYears, isOpen: buffers.isWindowOpen,
      source: &source)
  }

  private func factorRoom(_ index: Int) -> FactorModel.Room {
    FactorModel.Room(
      values: buffers.yearly, exposures: buffers.exposures + index * model.entryYears,
      years: model.entryYears, levels: buffers.levels + index * model.factorYears,
      levelYears: model.factorYears)
  }
}
