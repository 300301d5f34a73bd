#include "text/protrusion.h"

#include <algorithm>
#include <iterator>

namespace reliure::text {
namespace {

struct Row {
  char32_t character;
  Protrusion protrusion;
};

/// Sorted by character. The fuller a mark's height is with ink, the less of it goes out; hyphens and full
/// stops go out by more than half, for they are the commonest at line ends.
constexpr Row kRows[] = {
    {U'!', {0, 150}},     {U'"', {400, 400}},   {U'\'', {600, 600}},  {U'(', {100, 0}},
    {U')', {0, 100}},     {U'*', {200, 200}},   {U',', {0, 600}},     {U'-', {400, 550}},
    {U'.', {0, 650}},     {U'/', {100, 150}},   {U':', {0, 400}},     {U';', {0, 350}},
    {U'?', {0, 150}},     {U'A', {50, 50}},     {U'T', {60, 60}},     {U'V', {50, 50}},
    {U'W', {40, 40}},     {U'Y', {60, 60}},     {U'[', {100, 0}},     {U']', {0, 100}},
    {U'f', {0, 50}},      {U'k', {0, 40}},      {U'r', {0, 50}},      {U'v', {40, 50}},
    {U'w', {30, 40}},     {U'x', {30, 40}},     {U'y', {40, 50}},     {0xAB, {300, 0}},
    {0xAD, {0, 550}},     {0xB7, {0, 500}},     {0xBB, {0, 300}},     {0x2010, {400, 550}},
    {0x2011, {400, 550}}, {0x2013, {250, 300}}, {0x2014, {150, 200}}, {0x2018, {600, 0}},
    {0x2019, {600, 600}}, {0x201A, {600, 0}},   {0x201C, {450, 0}},   {0x201D, {450, 450}},
    {0x201E, {450, 0}},   {0x2026, {0, 250}},   {0x2039, {300, 0}},   {0x203A, {0, 300}},
};

}  // namespace

Protrusion protrusion_of(char32_t character) {
  static_assert(std::is_sorted(std::begin(kRows), std::end(kRows),
                               [](const Row& a, const Row& b) { return a.character < b.character; }));
  const auto row = std::lower_bound(std::begin(kRows), std::end(kRows), character,
                                    [](const Row& a, char32_t wanted) { return a.character < wanted; });
  return row != std::end(kRows) && row->character == character ? row->protrusion : Protrusion{};
}

}  // namespace reliure::text
