#pragma once

#include <lwm2m/access/text/reader.hpp>

#include <cstddef>

namespace lwm2m::access::inline v0 {

namespace detail {

/// Reads again the items of a list that has been found right.
class list_reader : public text_reader {
 public:
  using text_reader::take_item;
  using text_reader::text_reader;
};

}  // namespace detail

/// A list in a case file, as it stands in the text: paths or ACL entries, of any number. It borrows
/// from the text and reads its items while one walks along.
template <class Item>
class text_list {
 public:
  class iterator {
   public:
    constexpr iterator(view<char> text, server_names names) noexcept : at_{text, names} { ++*this; }
    [[nodiscard]] constexpr const Item& operator*() const noexcept { return item_; }
    constexpr iterator& operator++() noexcept {
      is_there_ = at_.take_item(item_);
      return *this;
    }
    friend constexpr bool operator==(const iterator& a, std::nullptr_t) noexcept {
      return !a.is_there_;
    }

   private:
    detail::list_reader at_;
    Item item_{};
    bool is_there_ = false;
  };

  constexpr text_list() noexcept = default;

  /// Of the part of a text that holds the items and nothing else.
  constexpr explicit text_list(view<char> text, server_names names = {}) noexcept
      : text_{text}, names_{names} {}

  [[nodiscard]] constexpr iterator begin() const noexcept { return iterator{text_, names_}; }
  [[nodiscard]] constexpr std::nullptr_t end() const noexcept { return nullptr; }
  [[nodiscard]] constexpr bool empty() const noexcept { return begin() == end(); }

 private:
  view<char> text_{};
  server_names names_{};
};

}  // namespace lwm2m::access::inline v0
