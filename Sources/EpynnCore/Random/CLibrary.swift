#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The C library's logarithm, which NumPy's legacy normals are drawn with: it may differ in the last
/// bit between machines, there and here.
enum CLibrary {
  static func logarithm(_ x: Double) -> Double { log(x) }
}
