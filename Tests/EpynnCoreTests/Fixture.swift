import Foundation

/// The content of `Fixtures/<name>.json`; `nil` where it cannot be read.
func fixture<Content: Decodable>(_ name: String, as type: Content.Type) -> Content? {
  guard let file = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"),
    let data = try? Data(contentsOf: file)
  else { return nil }
  return try? JSONDecoder().decode(type, from: data)
}
