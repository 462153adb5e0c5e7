/// x as a multiple of π/2 and what is left of it, at most π/4.
struct quarter {
  lanes count;
  struct two rest;
};

/// π/2 taken off in four pieces (Cody and Waite), where |x| is below 2 to the power of 20.
INLINE struct quarter near_quarter(lanes x) {
  const lanes k = rounded(x * two_over_pi_rounded);
  const lanes large = x - k * half_pi[0];
  const struct two first = sum(large, -(k * half_pi[1]));
  const struct two second = sum(first.high, -(k * half_pi[2]));
  const lanes low = (first.low + second.low) - k * half_pi[3];
  return (struct quarter){k, sum_ordered(second.high, low)};
}

enum { fraction_words = 8 };

/// 64 bits of a number of 32-bit words, the last word first, from a bit on.
static uint64_t bits_from(const uint32_t *words, int place) {
  const int word = place / 32, shift = place % 32;
  const uint64_t low = words[word] | (uint64_t)words[word + 1] << 32;
  return shift == 0 ? low : low >> shift | (uint64_t)words[word + 2] << (64 - shift);
}

/// x · 2/π of a large x: its last two whole bits, and the fraction nearest to 0 in two parts.
///
/// Only the bits of 2/π are multiplied that matter (Payne and Hanek 1983).
static int far_fraction(double x, double *high, double *low) {
  uint64_t word;
  __builtin_memcpy(&word, &x, sizeof word);
  const int exponent = (int)(word >> 52 & 0x7ff) - 1075;
  const uint64_t whole = (word & ((1ull << 52) - 1)) | 1ull << 52;
  // What the words before it contribute is a multiple of 4.
  const int first = exponent < 2 ? 0 : (exponent - 2) / 32;
  uint32_t product[fraction_words + 4] = {0};
  for (int part = 0; part < 2; part++) {
    const uint64_t factor = part == 0 ? whole & 0xffffffff : whole >> 32;
    uint64_t carry = 0;
    for (int k = 0; k < fraction_words; k++) {
      carry += factor * two_over_pi[first + fraction_words - 1 - k] + product[k + part];
      product[k + part] = (uint32_t)carry;
      carry >>= 32;
    }
    product[fraction_words + part] = (uint32_t)carry;
  }
  const int point = 32 * (first + fraction_words) - exponent;
  uint64_t words[3];
  for (int k = 0; k < 3; k++) words[k] = bits_from(product, point - 62 - 64 * k);
  int count = (int)(words[0] >> 62);
  words[0] &= (1ull << 62) - 1;
  const int turns = words[0] >> 61 != 0;
  if (turns) {
    count++;
    for (int k = 0; k < 3; k++) words[k] = ~words[k];
    words[0] &= (1ull << 62) - 1;
    if (++words[2] == 0 && ++words[1] == 0) ++words[0];
  }
  double sum = 0, rest = 0, unit = 0x1p-30;
  for (int k = 0; k < 6; k++, unit *= 0x1p-32) {
    const double part = (double)(uint32_t)(words[k / 2] >> (k % 2 == 0 ? 32 : 0)) * unit;
    const double next = sum + part;
    rest += part - (next - sum);
    sum = next;
  }
  const double sign = turns ? -1 : 1;
  *high = sign * sum;
  *low = sign * rest;
  return count & 3;
}

INLINE struct quarter quarter_of(lanes x) {
  const lanes size = magnitude(x);
  const bits is_far = more(size, 0x1p20 - 1) & less(size, __builtin_inf());
  struct quarter parts = near_quarter(choose(more(size, 0x1p20 - 1), all(0), size));
  if (any(is_far)) {
    struct two fraction = {all(0), all(0)};
    lanes count = all(0);
    for (size_t lane = 0; lane < LANES; lane++) {
      if (!is_far[lane]) continue;
      double high, low;
      count[lane] = far_fraction(size[lane], &high, &low);
      fraction.high[lane] = high;
      fraction.low[lane] = low;
    }
    const struct two far = times(fraction, pair_of(half_pi_pair));
    parts.count = choose(is_far, count, parts.count);
    parts.rest.high = choose(is_far, far.high, parts.rest.high);
    parts.rest.low = choose(is_far, far.low, parts.rest.low);
  }
  return parts;
}

/// r - r³/6 + …
INLINE struct two near_sine(struct two r) {
  const struct two z = square(r.high);
  const lanes cube = r.high * (z.high * POLYNOMIAL(sin_rest, z.high));
  return sum_ordered(r.high, cube + (r.low - r.low * z.high * 0.5));
}

/// 1 - r²/2 + r⁴/24 - …, its first terms exact.
INLINE struct two near_cosine(struct two r) {
  const struct two z = square(r.high);
  const struct two head = sum_ordered(all(1), z.high * -0.5);
  const lanes rest = z.high * z.high * POLYNOMIAL(cos_rest, z.high);
  return sum_ordered(head.high, head.low + (rest - (z.low * 0.5 + r.high * r.low)));
}

/// Whether bit 0 or bit 1 of a count of quarters is set.
INLINE bits has_bit(lanes count, uint64_t bit) {
  const bits word = (bits)(count + whole_maker) & bit;
  return ~(bits)(word == 0);
}

/// What has no sine.
INLINE lanes circular_ends(lanes x, lanes result) {
  return choose(is_nan(x - x), no_number(), result);
}

INLINE lanes f_sin(lanes x, lanes unused) {
  const struct quarter parts = quarter_of(x);
  const lanes value = choose(
      has_bit(parts.count, 1), near_cosine(parts.rest).high, near_sine(parts.rest).high);
  const bits turned = has_bit(parts.count, 2) & all_bits(1ull << 63);
  const lanes result = (lanes)((bits)value ^ turned ^ sign_of(x));
  return circular_ends(x, choose(less(magnitude(x), 0x1p-27), x, result));
}

INLINE lanes f_cos(lanes x, lanes unused) {
  const struct quarter parts = quarter_of(x);
  const lanes value = choose(
      has_bit(parts.count, 1), near_sine(parts.rest).high, near_cosine(parts.rest).high);
  const bits turned = has_bit(parts.count + 1, 2) & all_bits(1ull << 63);
  return circular_ends(x, (lanes)((bits)value ^ turned));
}

INLINE struct two chosen(bits holds, struct two yes, struct two no) {
  return (struct two){choose(holds, yes.high, no.high), choose(holds, yes.low, no.low)};
}

INLINE lanes f_tan(lanes x, lanes unused) {
  const struct quarter parts = quarter_of(x);
  const struct two sine = near_sine(parts.rest), cosine = near_cosine(parts.rest);
  const bits is_odd = has_bit(parts.count, 1);
  const struct two quotient = over(chosen(is_odd, cosine, sine), chosen(is_odd, sine, cosine));
  const bits turned = is_odd & all_bits(1ull << 63);
  const lanes result = (lanes)((bits)quotient.high ^ turned ^ sign_of(x));
  return circular_ends(x, choose(less(magnitude(x), 0x1p-27), x, result));
}

/// The angle whose tangent is x: a rough one, set right by the sine of what it lacks.
INLINE lanes f_arctan(lanes x, lanes unused) {
  const lanes size = magnitude(x);
  const bits is_far = more(size, 1);
  const lanes bound = choose(less(size, 0x1p-27), all(0x1p-27), between(size, 0, 0x1p60));
  // Of a large one the angle to its inverse, which π/2 lacks.
  const struct two slope = chosen(
      is_far, over((struct two){all(1), all(0)}, (struct two){bound, all(0)}),
      (struct two){bound, all(0)});
  const lanes t = slope.high;
  const lanes rough = t * POLYNOMIAL(arctan_rough, t * t);
  const struct two sine = near_sine((struct two){rough, all(0)});
  const struct two cosine = near_cosine((struct two){rough, all(0)});
  const struct two ahead = times(slope, cosine);
  const lanes above = (ahead.high - sine.high) + (ahead.low - sine.low);
  const lanes lacking = above / (cosine.high + t * sine.high);
  const struct two angle = sum_ordered(rough, lacking - lacking * lacking * lacking / 3);
  const struct two far = plus(pair_of(half_pi_pair), (struct two){-angle.high, -angle.low});
  lanes result = choose(is_far, far.high, angle.high);
  result = choose(less(size, 0x1p-27), size, result);
  return choose(is_nan(x), no_number(), with_sign(result, sign_of(x)));
}
