/// A small exercise of a teacher's.
enum OneLayerExercise {
  static let text = """
    # HW

    ```exercise
    title: One layer
    layer: 2 relu
    draw: X (2, 3) 0..2; W (3, 2) -2..2; b (1, 2) -1..1; Y (2, 2) 0..5
    given: X W b Y
    find: Z
    ```

    """
}
