/// What this version is called, and its day; packages and the manual have both from here.
enum ProgramVersion {
  static let number = "0.1.0"
  static let day = "2026-11-27"
}
