import AngelFunds

extension OutcomeFigure {
  /// What people call it.
  func text(_ language: Language) -> String {
    let (english, chinese) = names
    return language == .english ? english : chinese
  }

  private var names: (String, String) {
    switch self {
    case .nextRound: ("raise a next round", "获得下一轮融资")
    case .reachesB: ("reach round B", "到达B轮")
    case .reachesC: ("reach round C", "到达C轮")
    case .reachesPreIPO: ("reach pre-IPO", "到达Pre-IPO轮")
    case .listed: ("go public", "上市")
    case .writtenOff: ("close", "清算核销")
    case .zombie: ("neither grow nor close", "僵尸项目")
    case .exitsByTransfer: ("exits by share transfer", "退出：股权转让")
    case .exitsByBuyback: ("exits by buy-back", "退出：回购")
    case .exitsByAcquisition: ("exits by acquisition", "退出：并购")
    case .exitsByListing: ("exits by listing", "退出：上市")
    case .below1x: ("bring back below 1x", "回报低于1倍")
    case .from1xTo5x: ("1x to 5x", "1至5倍")
    case .from5xTo10x: ("5x to 10x", "5至10倍")
    case .above10x: ("10x or more", "10倍及以上")
    case .meanMultiple: ("mean gross multiple", "平均毛倍数")
    case .valueAbove10x: ("value from 10x or more", "10倍以上项目的价值占比")
    case .realised5: ("value realised in 5 years", "5年内实现价值")
    case .realised7: ("in 7 years", "7年内")
    case .realised8: ("in 8 years", "8年内")
    case .realised10: ("in 10 years", "10年内")
    case .realised12: ("in 12 years", "12年内")
    case .realised15: ("in 15 years", "15年内")
    case .unfinished: ("unfinished after 60 years", "60年后仍未退出")
    case .unicorn: ("ever unicorns", "曾为独角兽")
    case .worth100mAfter4Years: ("over US$100m after 4 y", "4年后估值超1亿美元")
    case .worth100mAtSnapshot: ("over US$100m, snapshot", "快照日估值超1亿美元")
    case .unicornAtSnapshot: ("unicorns, snapshot", "快照日独角兽")
    case .valueAtSnapshot: ("value over cost, snapshot", "快照日价值/成本")
    }
  }
}
