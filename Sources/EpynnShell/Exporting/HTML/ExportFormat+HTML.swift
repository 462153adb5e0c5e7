import EpynnCore

extension ExportFormat {
  /// A page that steps, explains, and checks what was left out.
  static let html = ExportFormat(
    ".html", "a page that steps and explains by itself"
  ) { content, _ throws(Complaint) in
    for name in content.blanks {
      guard Dense.step(writing: name.quantity) != nil, name != TensorName(.x, layer: 1) else {
        throw Complaint(.core(.setByHand(name.quantity)))
      }
    }
    do throws(Failure) { return Array(try HTMLPage(content).text().utf8) } catch {
      throw Complaint(error)
    }
  }
}
