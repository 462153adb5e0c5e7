#include "blocks.h"

#include "packing.h"
#include "tile.h"

enum {
  /// Terms summed before the next tile where the left operand is read as it lies.
  depth_limit = 1024,
  /// The same where it is packed; a packed strip of so many stays in the first cache.
  packed_depth_limit = 256,
  /// Packed cells that a strip meets before the next strip; they stay in the second cache.
  panel_limit = 1 << 17,
};

/// Terms of one part of the sums: all parts of about the same length.
static size_t depth_of(const struct block *b) {
  const size_t limit = b->p.left.column_step == 1 ? depth_limit : packed_depth_limit;
  const size_t parts = (b->p.inner + limit - 1) / limit;
  return ((b->p.inner + parts - 1) / parts + 7) / 8 * 8;
}

/// Packs panel after panel of one part after the other.
INLINE void pack_panels(const size_t width, const struct block *b) {
  const struct ck_matrix right = b->p.right;
  const size_t part = depth_of(b);
  for (size_t k = 0; k < b->p.inner; k += part) {
    const size_t depth = lesser(part, b->p.inner - k);
    for (size_t j = 0; j < b->p.columns; j += width) {
      const size_t columns = lesser(width, b->p.columns - j);
      double *panel = b->panels + k * b->packed_columns + j * depth;
      const double *cells = right.cells + k * right.row_step + j * right.column_step;
      if (columns <= narrowest)
        pack(narrowest, panel, cells, right.column_step, right.row_step, columns, depth);
      else
        pack(width, panel, cells, right.column_step, right.row_step, columns, depth);
    }
  }
}

/// Some rows of the left operand over the terms of a part, where they lie or packed.
struct strip {
  const double *cells;
  size_t first_row, rows, row_step, first_term, terms;
  /// The next strip where it lies; the cells to ask for from one panel and one term to the next.
  const double *soon;
  size_t soon_panel, soon_term;
  /// Where this strip is packed, whether it already is, and where the next one goes, if it does.
  double *packed;
  bool is_packed;
  double *next_packed;
};

INLINE void copy(
    double *to, size_t to_row, size_t to_column, const double *from, size_t from_row,
    size_t from_column, size_t rows, size_t columns) {
  for (size_t row = 0; row < rows; row++)
    for (size_t column = 0; column < columns; column++)
      to[row * to_row + column * to_column] = from[row * from_row + column * from_column];
}

/// Sums the tile of a strip and a panel, which may reach over the edge of the result.
INLINE void meet(
    const size_t height, const size_t width, const bool in_place, const bool packs,
    const struct block *b, const struct strip *s, size_t column, size_t columns,
    const double *soon) {
  const size_t row = in_place ? s->row_step : 1, term = in_place ? 1 : height;
  const double *panel = b->panels + s->first_term * b->packed_columns + column * s->terms;
  const size_t row_step = b->p.row_step, column_step = b->p.column_step;
  double *cells = b->p.result + s->first_row * row_step + column * column_step;
  const bool continues = b->continues || s->first_term > 0;
  if (s->rows == height && columns == width && column_step == 1) {
    for (size_t line = 0; line < height; line++)
      for (size_t next = width; next < 2 * width; next += 8)
        __builtin_prefetch(cells + line * row_step + next, 1, 3);
    sum_tile(
        height, width, s->terms, s->cells, row, term, panel, cells, row_step, continues, soon,
        s->soon_term, packs, s->next_packed);
    return;
  }
  double edge[tallest * widest];
  if (continues) copy(edge, width, 1, cells, row_step, column_step, s->rows, columns);
  sum_tile(
      height, width, s->terms, s->cells, row, term, panel, edge, width, continues, soon,
      s->soon_term, false, NULL);
  copy(cells, row_step, column_step, edge, width, 1, s->rows, columns);
}

INLINE void meet_panels(
    const size_t height, const size_t width, const bool in_place, const struct block *b,
    const struct strip *s, size_t first, size_t end) {
  for (size_t j = first; j < end; j += width) {
    const size_t columns = lesser(width, end - j);
    const double *soon = s->soon + (j - first) / width % height * s->soon_panel;
    if (columns <= narrowest && width > narrowest)
      meet(height, narrowest, in_place, false, b, s, j, columns, soon);
    else if (
        width > narrowest && !in_place && s->next_packed != NULL && columns == width &&
        end - j < 2 * width)
      // Beside the last whole panel: by then the cells have come near.
      meet(height, width, in_place, true, b, s, j, columns, s->soon);
    else
      meet(height, width, in_place, false, b, s, j, columns, soon);
  }
}

/// A strip and all its panels; the last strip of a result may have fewer rows.
INLINE void sum_strip(
    const size_t height, const size_t low, const size_t width, const struct block *b,
    struct strip *s, size_t first, size_t end) {
  const struct ck_matrix left = b->p.left;
  const double *cells = s->cells;
  if (s->rows == height && left.column_step == 1) {
    meet_panels(height, width, true, b, s, first, end);
    return;
  }
  s->cells = s->packed;
  if (s->rows > low) {
    if (!s->is_packed)
      pack(height, s->packed, cells, left.row_step, left.column_step, s->rows, s->terms);
    meet_panels(height, width, false, b, s, first, end);
  } else {
    pack(low, s->packed, cells, left.row_step, left.column_step, s->rows, s->terms);
    meet_panels(low, width, false, b, s, first, end);
  }
}

INLINE void sum_piece(
    const size_t height, const size_t low, const size_t width, const struct block *b,
    size_t piece) {
  const struct ck_matrix left = b->p.left;
  const size_t top = piece / b->pieces_across * b->piece_rows;
  const size_t bottom = lesser(top + b->piece_rows, b->p.rows);
  const size_t begin = piece % b->pieces_across * b->piece_columns;
  const size_t end = lesser(begin + b->piece_columns, b->p.columns);
  // In narrower tiles the copies would cost what they save.
  const bool packs = width > narrowest && left.row_step == 1 && left.column_step != 1 &&
                     b->p.column_step == 1;
  const size_t part = depth_of(b);
  double packed[tallest * depth_limit];
  for (size_t k = 0; k < b->p.inner; k += part) {
    const size_t terms = lesser(part, b->p.inner - k);
    const size_t breadth = panel_limit / terms / widest * widest;
    for (size_t j = begin; j < end; j += breadth) {
      double *here = packed, *there = packed + tallest * (packed_depth_limit + 1);
      bool is_packed = false;
      for (size_t i = top; i < bottom; i += height) {
        const double *cells = left.cells + i * left.row_step + k * left.column_step;
        const size_t next = i + 2 * height <= b->p.rows ? height * left.row_step : 0;
        struct strip s = {
            cells, i, lesser(height, bottom - i), left.row_step, k, terms, cells + next,
            left.column_step == 1 ? left.row_step : 1, left.column_step, here, is_packed,
            NULL};
        // Whole strips, of which eight rows can be copied at once.
        is_packed = packs && end - j >= width && i + 2 * height <= bottom &&
                    i + height + 8 <= b->p.rows;
        if (is_packed) s.next_packed = there;
        sum_strip(height, low, width, b, &s, j, lesser(j + breadth, end));
        if (is_packed) {
          there = here;
          here = s.next_packed;
        }
      }
    }
  }
}

// The size of a tile is what the registers hold: the same tile for each target would not do.
#define KERNELS(name, target, height, low, width)                                  \
  target static void pack_##name(const struct block *b) { pack_panels(width, b); } \
  target static void sum_##name(const struct block *b, size_t piece) {             \
    sum_piece(height, low, width, b, piece);                                       \
  }                                                                                \
  static const struct kernels name = {height, pack_##name, sum_##name};

KERNELS(baseline, , 4, 2, 8)
#if defined(__linux__) && defined(__x86_64__)
KERNELS(avx2, __attribute__((target("avx2"))), 6, 4, 8)
KERNELS(avx512, __attribute__((target("avx512f,avx512dq,avx512vl"))), 8, 4, 16)
#endif

const struct kernels *ck_kernels(void) {
#if defined(__linux__) && defined(__x86_64__)
  const int level = ck_level();
  if (level >= ck_avx512) return &avx512;
  if (level == ck_avx2) return &avx2;
#endif
  return &baseline;
}
