#pragma once

#include <lwm2m/access/decision.hpp>
#include <lwm2m/access/request.hpp>
#include <lwm2m/access/text/declarations.hpp>
#include <lwm2m/access/text/lists.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What the `->` of a case file says: what a request must get, and what it shows.
struct case_expectation {
  std::uint16_t code = 0;       ///< 205 is 2.05; 0 when it is an act of the Client's
  verdict act{};                ///< send, suppress or cancel
  bool is_stated = false;       ///< there is a `->`
  bool lists_paths = false;     ///< there are braces
  text_list<path> paths{};      ///< what is in them

  /// Whether `taken` is what is expected; anything is when nothing is stated.
  [[nodiscard]] constexpr bool is_met_by(const decision& taken) const noexcept {
    const auto given = static_cast<unsigned>(taken.code());
    if (!is_stated) return true;
    if (code == 0) return taken.verdict() == act;
    return given != 0 && code == (given >> 5) * 100 + (given & 31U);
  }
};

/// What a request conveys after `=`.
enum class case_value : std::uint8_t {
  none = 0,
  integer,  ///< rights are the integer that they are on the wire
  entries   ///< braces with ACL entries
};

/// A request as it stands in a case file.
struct case_request {
  requester who{};
  operation op{};
  text_list<path> paths{};             ///< one, but for composite operations and Send
  object_instance_id instance{};       ///< that a Create asks for; not valid: none
  case_value value{};
  std::int64_t integer = 0;            ///< at its full width; beyond it, the nearest there is
  text_list<acl_entry> entries{};
  bool has_owner = false;
  std::int64_t owner = 0;
  bool has_resources = false;          ///< there are braces
  text_list<resource_id> resources{};  ///< the Resource IDs in them
  case_expectation expected{};
};

/// An event of a case file: an account comes or goes.
struct case_event {
  bool is_added = false;
  short_server_id server{};
  bool lists_paths = false;
  text_list<path> paths{};  ///< the instances to be deleted
};

/// A check of a case file: what Object 2 is to hold at this point.
struct case_check {
  bool is_there = false;              ///< `acl`; otherwise `no acl`
  path target{};                      ///< what it is for
  object_instance_id id{};            ///< not valid: any
  access_control_owner owner{};
  acl_view entries{};                 ///< borrowed from the reader, until it reads on
};

/// What comes next in a case file.
enum class case_statement : std::uint8_t {
  mistake = 0,  ///< the text is wrong: `mistake()`
  end,
  document,     ///< all declarations of a document are read
  request,      ///< `request()`
  event,        ///< `event()`
  check         ///< `check()`
};

/// Reads a case file statement by statement: documents of declarations, then requests, events and
/// checks. The declarations go into the policy and the object model, which each document empties
/// first; the rest is handed out, to be done to them before the next one is read.
template <class Policy, class Model>
class case_reader : private detail::declaration_reader<Policy, Model> {
  using base = detail::declaration_reader<Policy, Model>;
  using token_kind = detail::token_kind;
  using expectation = text_expectation;

 public:
  constexpr case_reader(view<char> text, Policy& policy, Model& model) noexcept
      : base{text, policy, model} {
    this->restart();
  }

  /// Reads on to what comes next. After a mistake there is nothing more.
  constexpr case_statement next() noexcept {
    if (!this->mistake().is_none()) return case_statement::mistake;
    while (this->is_declaration() || is_separator()) {
      if (is_separator() && is_to_be_told()) return tell_document();
      if (!between()) return case_statement::mistake;
    }
    begin_ = at().now().begin;
    if (at().kind() == token_kind::end && !is_to_be_told()) return case_statement::end;
    if (is_to_be_told()) return tell_document();
    if (at().is("account")) return found(take_event(), case_statement::event);
    if (at().is("expect")) return found(take_check(), case_statement::check);
    return found(take_request(), case_statement::request);
  }

  using base::mistake;
  [[nodiscard]] constexpr const case_request& request() const noexcept { return request_; }
  [[nodiscard]] constexpr const case_event& event() const noexcept { return event_; }
  [[nodiscard]] constexpr const case_check& check() const noexcept { return check_; }

  /// The statement that was read last, as it stands in the text; empty after a document, whose
  /// statements are still to come.
  [[nodiscard]] constexpr view<char> statement() const noexcept {
    const std::size_t end = at().behind();
    return at().slice(begin_ < end ? begin_ : end, end);
  }

 private:
  [[nodiscard]] constexpr const detail::scanner& at() const noexcept { return this->at_; }

  static constexpr case_statement found(bool is_right, case_statement what) noexcept {
    return is_right ? what : case_statement::mistake;
  }

  [[nodiscard]] constexpr bool is_separator() const noexcept {
    return at().kind() == token_kind::separator;
  }

  /// A document is told when something other than a declaration follows; an empty one is nothing.
  [[nodiscard]] constexpr bool is_to_be_told() const noexcept {
    const bool is_at_its_end = is_separator() || at().kind() == token_kind::end;
    return !is_told_ && (has_declarations_ || !is_at_its_end);
  }
  constexpr case_statement tell_document() noexcept {
    if (!is_statement()) return found(this->refuse(expectation::a_statement), {});
    is_told_ = true;
    return found(this->has_edition(), case_statement::document);
  }
  [[nodiscard]] constexpr bool is_statement() const noexcept {
    return is_separator() || at().kind() == token_kind::end ||
           at().kind() == token_kind::number || at().is("bootstrap") || at().is("account") ||
           at().is("expect");
  }

  /// A declaration, or the line between two documents.
  constexpr bool between() noexcept {
    if (!is_separator()) {
      if (is_told_) return this->refuse(expectation::no_declaration_any_more);
      has_declarations_ = true;
      return this->declaration();
    }
    this->restart();
    this->at_.advance();
    is_told_ = false;
    has_declarations_ = false;
    return true;
  }

  // request

  constexpr bool take_request() noexcept {
    request_ = case_request{};
    return take_requester() && take_operation() && take_paths() && take_instance() &&
           take_value() && take_owner() && take_resources() && take_expectation(request_.expected);
  }

  constexpr bool take_requester() noexcept {
    if (this->skip("bootstrap")) {
      request_.who = bootstrap;
      return true;
    }
    if (at().kind() != token_kind::number) return this->refuse(expectation::a_statement);
    short_server_id server;
    if (!this->take_id(server, expectation::a_short_server_id)) return false;
    request_.who = server;
    return true;
  }

  constexpr bool take_operation() noexcept {
    request_.op = detail::operation_at(at());
    if (request_.op == operation{}) return this->refuse(expectation::an_operation);
    this->at_.advance();
    return true;
  }

  constexpr bool take_paths() noexcept {
    const std::size_t begin = at().now().begin;
    path ignored;
    if (!this->take_path(ignored, expectation::a_path)) return false;
    while (at().kind() == token_kind::path) {
      if (!facts_of(request_.op).is.lists()) return this->refuse(expectation::one_path);
      if (!this->take_path(ignored, expectation::a_path)) return false;
    }
    request_.paths = text_list<path>{at().slice(begin, at().behind())};
    return true;
  }

  constexpr bool take_instance() noexcept {
    return !this->skip("instance") ||
           this->take_id(request_.instance, expectation::an_object_instance_id);
  }

  constexpr bool take_value() noexcept {
    if (!this->skip(token_kind::equals)) return true;
    request_.value = case_value::integer;
    if (at().kind() == token_kind::number) return take_integer(request_.integer);
    if (at().kind() == token_kind::open) return take_entries();
    access_rights rights;
    if (!this->skip_letters(rights, detail::right_letters))
      return this->refuse(expectation::a_value);
    request_.integer = rights.raw();
    return true;
  }

  constexpr bool take_entries() noexcept {
    const std::size_t begin = at().now().begin;
    const auto entry = [this] {
      acl_entry ignored;
      return this->take_entry_id(ignored.id) &&
             this->take(token_kind::colon, expectation::a_colon) &&
             this->take_rights(ignored.rights, 65535);
    };
    if (!this->take_braces(entry)) return false;
    request_.value = case_value::entries;
    request_.entries = text_list<acl_entry>{inside(begin)};
    return true;
  }

  constexpr bool take_owner() noexcept {
    if (!this->skip("owner")) return true;
    request_.has_owner = true;
    return take_integer(request_.owner);
  }

  constexpr bool take_resources() noexcept {
    const std::size_t begin = at().now().begin;
    if (!this->skip(token_kind::open)) return true;
    while (!this->skip(token_kind::close)) {
      resource_id ignored;
      if (!this->take_id(ignored, expectation::a_resource_id_or_closing_brace)) return false;
    }
    request_.has_resources = true;
    request_.resources = text_list<resource_id>{inside(begin)};
    return true;
  }

  // -> expectation

  constexpr bool take_expectation(case_expectation& into) noexcept {
    if (!this->skip(token_kind::arrow)) return true;
    into.is_stated = true;
    if (this->skip("send")) into.act = verdict::send;
    else if (this->skip("suppress")) into.act = verdict::suppress;
    else if (this->skip("cancel")) into.act = verdict::cancel;
    else if (!take_code(into.code)) return false;
    return at().kind() != token_kind::open || take_listed(into.lists_paths, into.paths);
  }

  constexpr bool take_code(std::uint16_t& into) noexcept {
    const detail::token& code = at().now();
    const view<char> text = at().slice(code);
    const auto digit = [&](std::size_t i) {
      return at().number(code.begin + i, code.begin + i + 1);
    };
    if (text.size() != 4 || text[1] != '.' || digit(0) > 9 || digit(2) > 9 || digit(3) > 9)
      return this->refuse(expectation::a_response);
    into = static_cast<std::uint16_t>(digit(0) * 100 + digit(2) * 10 + digit(3));
    this->at_.advance();
    return true;
  }

  constexpr bool take_listed(bool& is_there, text_list<path>& into) noexcept {
    const std::size_t begin = at().now().begin;
    if (!this->take(token_kind::open, expectation::an_opening_brace)) return false;
    while (!this->skip(token_kind::close)) {
      path ignored;
      if (!this->take_path(ignored, expectation::a_path_or_closing_brace)) return false;
    }
    is_there = true;
    into = text_list<path>{inside(begin)};
    return true;
  }

  /// What is between the brace at `begin` and the one that was passed last.
  [[nodiscard]] constexpr view<char> inside(std::size_t begin) const noexcept {
    return at().slice(begin + 1, at().behind() - 1);
  }

  /// At most 19 digits, with or without a minus.
  constexpr bool take_integer(std::int64_t& into) noexcept {
    const view<char> text = at().slice(at().now());
    const bool is_negative = !text.empty() && text[0] == '-';
    const std::size_t first = is_negative ? 1 : 0;
    if (at().kind() != token_kind::number || text.size() - first > 19)
      return this->refuse(expectation::an_integer);
    constexpr std::uint64_t most = 0x7FFFFFFFFFFFFFFF;
    std::uint64_t value = 0;
    for (std::size_t i = first; i < text.size(); ++i) {
      if (detail::kind_of(text[i]) != token_kind::number)
        return this->refuse(expectation::an_integer);
      value = value * 10 + static_cast<std::uint64_t>(text[i] - '0');
    }
    const auto nearest = static_cast<std::int64_t>(value > most ? most : value);
    into = is_negative ? -nearest : nearest;
    this->at_.advance();
    return true;
  }

  // event and check

  constexpr bool take_event() noexcept {
    event_ = case_event{};
    this->at_.advance();
    event_.is_added = this->skip("added");
    if (!event_.is_added && !this->take("removed", expectation::added_or_removed)) return false;
    return this->take_id(event_.server, expectation::a_short_server_id) &&
           (!this->skip(token_kind::arrow) || take_listed(event_.lists_paths, event_.paths));
  }

  constexpr bool take_check() noexcept {
    check_ = case_check{};
    this->at_.advance();
    if (this->skip("no"))
      return this->take("acl", expectation::acl_or_no_acl) &&
             this->take("for", expectation::the_word_for) &&
             this->take_path(check_.target, expectation::a_path);
    detail::acl_head head;
    if (!this->take_acl(head) || !this->take_acl_entries(head.target)) return false;
    check_.is_there = true;
    check_.id = head.id;
    check_.target = head.target.is_object_level()
                        ? path{head.target.object()}
                        : path{head.target.object(), head.target.instance()};
    check_.owner = head.owner;
    check_.entries = this->entries();
    return true;
  }

  std::size_t begin_ = 0;
  bool has_declarations_ = false;
  bool is_told_ = false;
  case_request request_{};
  case_event event_{};
  case_check check_{};
};

}  // namespace lwm2m::access::inline v0
