#pragma once

#include <lwm2m/access/text/case_statements.hpp>
#include <lwm2m/access/text/declarations.hpp>
#include <lwm2m/access/text/lists.hpp>

#include <cstddef>
#include <cstdint>

namespace lwm2m::access::inline v0 {

/// What comes next in a case file.
enum class case_statement : std::uint8_t {
  mistake = 0,  ///< the text is wrong: `mistake()`
  end,
  document,  ///< all declarations of a document are read
  request,   ///< `request()`
  event,     ///< `event()`
  check      ///< `check()`
};

namespace detail {

/// The statements of a case file that are no declarations.
template <class Policy, class Objects>
class case_statement_reader : public declaration_reader<Policy, Objects> {
  using base = declaration_reader<Policy, Objects>;
  using expectation = text_expectation;

 protected:
  using base::at_;
  using base::base;
  using base::refuse;
  using base::skip;
  using base::take;

  // request

  constexpr bool read_request() noexcept {
    request_ = case_request{};
    return requester_of_it() && operation_of_it() && paths() && instance() && target() && value() &&
           owner() && payload() && answer(request_.expected);
  }

  // event and check

  constexpr bool read_account() noexcept {
    event_ = case_event{};
    at_.advance();
    const bool is_added = skip("added");
    if (!is_added && !take("removed", expectation::added_or_removed)) return false;
    event_.kind = is_added ? case_event_kind::account_added : case_event_kind::account_removed;
    return this->take_id(event_.server, expectation::a_short_server_id) &&
           (!skip(token_kind::arrow) || listed(event_.expected));
  }

  /// `bootstrap begin`, `drop` or `finish`; what a session is, is told by `is_open_`. Whether
  /// `finish` found a fault and the session goes on is known when its code is stated, or once the
  /// caller says so.
  constexpr bool read_session() noexcept {
    event_ = case_event{};
    at_.advance();
    const token word = at_.now();
    if (skip("begin")) {
      if (session_ == session::open) return refuse(word, expectation::no_open_session);
      event_.kind = case_event_kind::bootstrap_begun;
      session_ = session::open;
      return true;
    }
    const bool is_dropped = skip("drop");
    if (!is_dropped) at_.advance();
    if (session_ == session::closed) return refuse(word, expectation::an_open_session);
    session_ = session::closed;
    event_.kind =
        is_dropped ? case_event_kind::bootstrap_dropped : case_event_kind::bootstrap_finished;
    if (is_dropped || !skip(token_kind::arrow)) {
      if (!is_dropped) session_ = session::unknown;
      return true;
    }
    event_.expected.is_stated = true;
    if (!code(event_.expected.code, expectation::a_code)) return false;
    if (event_.expected.code != 204) session_ = session::open;
    return true;
  }

  constexpr bool read_check() noexcept {
    check_ = case_check{};
    at_.advance();
    if (skip("no"))
      return take("acl", expectation::acl_or_no_acl) && take("for", expectation::the_word_for) &&
             this->take_path(check_.target, expectation::a_path);
    acl_head head;
    if (!this->take_acl(head)) return false;
    check_.is_there = true;
    check_.id = head.id;
    check_.target = head.target.is_object_level()
                        ? path{head.target.object()}
                        : path{head.target.object(), head.target.instance()};
    check_.owner = head.owner;
    const std::size_t begin = at_.now().end;
    if (!this->take_braces([&] { return entry_to_check(head.target, begin); })) return false;
    check_.entries = text_list<acl_entry>{at_.slice(begin, at_.behind() - 1), at_.names()};
    return true;
  }

  /// Whether a Bootstrap session is open, as far as the text tells.
  enum class session : std::uint8_t { closed, open, unknown };

  session session_ = session::closed;
  case_request request_{};
  case_event event_{};
  case_check check_{};

 private:
  constexpr bool requester_of_it() noexcept {
    if (skip("bootstrap")) {
      request_.who = bootstrap;
      return true;
    }
    if (at_.kind() != token_kind::number) return refuse(expectation::a_statement);
    short_server_id server;
    if (!this->take_id(server, expectation::a_short_server_id)) return false;
    request_.who = server;
    return true;
  }

  constexpr bool operation_of_it() noexcept {
    request_.op = operation_at(at_);
    if (request_.op == operation{}) return refuse(expectation::an_operation);
    at_.advance();
    return true;
  }

  constexpr bool paths() noexcept {
    const std::size_t begin = at_.now().begin;
    const bool may_be_several = has_several_paths(request_.op);
    std::size_t count = 0;
    do {
      if (count == 1 && !may_be_several) return refuse(expectation::one_path);
      path ignored;
      if (!this->take_path(ignored, expectation::a_path, 65535)) return false;
      ++count;
    } while (at_.kind() == token_kind::path);
    request_.lists_paths =
        may_be_several && (count > 1 || request_.op != operation::cancel_observation);
    request_.paths = text_list<path>{at_.slice(begin, at_.behind()), at_.names()};
    return true;
  }

  constexpr bool instance() noexcept {
    if (!skip("instance")) return true;
    request_.has_instance = true;
    request_.instance = object_instance_id{at_.number()};
    if (at_.number() > 65535) return refuse(expectation::an_object_instance_id);
    at_.advance();
    return true;
  }

  constexpr bool target() noexcept {
    if (!skip("for")) return true;
    request_.has_target = true;
    if (at_.kind() != token_kind::path) return refuse(expectation::a_target);
    const token object = this->id_behind(at_.now().begin);
    if (!this->see_integer(object, request_.target_object)) return false;
    if (object.end < at_.now().end) {
      const token instance = this->id_behind(object.end);
      if (!this->see_integer(instance, request_.target_instance)) return false;
      if (instance.end < at_.now().end) return refuse(expectation::a_target);
    }
    at_.advance();
    return true;
  }

  constexpr bool value() noexcept {
    if (!skip(token_kind::equals)) return true;
    if (at_.kind() == token_kind::open) {
      request_.value = case_value::entries;
      return entries();
    }
    request_.value = at_.is("nothing") ? case_value::nothing : case_value::integer;
    return skip("nothing") || this->take_rights_or_integer(request_.integer, expectation::a_value);
  }

  constexpr bool entries() noexcept {
    const std::size_t begin = at_.now().end;
    const auto entry = [this] {
      conveyed_entry ignored;
      return at_.kind() == token_kind::comma ? refuse(expectation::default_or_an_integer)
                                             : this->take_item(ignored);
    };
    if (!this->take_braces(entry)) return false;
    request_.entries = text_list<conveyed_entry>{at_.slice(begin, at_.behind() - 1), at_.names()};
    return true;
  }

  constexpr bool owner() noexcept {
    if (!skip("owner")) return true;
    request_.has_owner = true;
    return this->take_integer(request_.owner);
  }

  constexpr bool payload() noexcept {
    if (at_.kind() != token_kind::open) return true;
    request_.has_payload = true;
    return list(request_.payload);
  }

  // -> expectation

  constexpr bool answer(case_expectation& into) noexcept {
    if (!skip(token_kind::arrow)) return true;
    into.is_stated = true;
    if (skip("send"))
      into.act = verdict::send;
    else if (skip("suppress"))
      into.act = verdict::suppress;
    else if (skip("cancel"))
      into.act = verdict::cancel;
    else if (!code(into.code, expectation::a_response))
      return false;
    return at_.kind() != token_kind::open || listed(into);
  }

  constexpr bool code(std::uint16_t& into, expectation expected) noexcept {
    const token& it = at_.now();
    const view<char> text = at_.slice(it);
    const auto digit = [&](std::size_t i) { return at_.number(it.begin + i, it.begin + i + 1); };
    if (text.size() != 4 || text[1] != '.' || digit(0) > 9 || digit(2) > 9 || digit(3) > 9)
      return refuse(expected);
    into = static_cast<std::uint16_t>(digit(0) * 100 + digit(2) * 10 + digit(3));
    at_.advance();
    return true;
  }

  constexpr bool listed(case_expectation& into) noexcept {
    into.lists_paths = true;
    return list(into.paths);
  }

  /// Braces around items without anything between them.
  template <class Item>
  constexpr bool list(text_list<Item>& into) noexcept {
    const std::size_t begin = at_.now().end;
    if (!take(token_kind::open, expectation::an_opening_brace)) return false;
    while (!skip(token_kind::close)) {
      Item ignored;
      if (!this->take_item(ignored)) return false;
    }
    into = text_list<Item>{at_.slice(begin, at_.behind() - 1), at_.names()};
    return true;
  }

  /// One entry of a check, whose like is not among those before it, which begin at `begin`.
  constexpr bool entry_to_check(access_control_target target, std::size_t begin) noexcept {
    const token entry_at = at_.now();
    acl_entry read;
    if (!this->take_entry(target, read)) return false;
    for (const acl_entry each : text_list<acl_entry>{at_.slice(begin, entry_at.begin), at_.names()})
      if (each.id == read.id) return refuse(entry_at, expectation::no_entry_twice);
    return true;
  }
};

}  // namespace detail

/// Reads a case file statement by statement: documents of declarations, then requests, events and
/// checks. The declarations go into the policy and the objects, which each document empties first;
/// the rest is handed out, to be done to them before the next one is read.
template <class Policy, class Objects>
class case_reader : private detail::case_statement_reader<Policy, Objects> {
  using base = detail::case_statement_reader<Policy, Objects>;
  using token_kind = detail::token_kind;
  using expectation = text_expectation;
  using session = typename base::session;

 public:
  constexpr case_reader(view<char> text, Policy& policy, Objects& objects,
                        server_names names = {}) noexcept
      : base{text, policy, objects, names} {
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
    return is_to_be_told() ? tell_document() : read_statement();
  }

  using base::mistake;
  [[nodiscard]] constexpr const case_request& request() const noexcept { return this->request_; }
  [[nodiscard]] constexpr const case_event& event() const noexcept { return this->event_; }
  [[nodiscard]] constexpr const case_check& check() const noexcept { return this->check_; }

  /// Says whether a Bootstrap session is open, to whom answers the file: after a `finish` that
  /// found a fault it still is.
  constexpr void session_is(bool open) noexcept {
    this->session_ = open ? session::open : session::closed;
  }

  /// The statement that was read last, as it stands in the text; empty after a document, whose
  /// statements are still to come.
  [[nodiscard]] constexpr view<char> statement() const noexcept {
    const std::size_t end = at().behind();
    return at().slice(begin_ < end ? begin_ : end, end);
  }

 private:
  [[nodiscard]] constexpr const detail::scanner& at() const noexcept { return this->at_; }

  /// A request, event or check.
  constexpr case_statement read_statement() noexcept {
    if (at().is("account")) return found(this->read_account(), case_statement::event);
    if (at().is("expect")) return found(this->read_check(), case_statement::check);
    if (is_session()) return found(this->read_session(), case_statement::event);
    return found(this->read_request(), case_statement::request);
  }

  static constexpr case_statement found(bool is_right, case_statement what) noexcept {
    return is_right ? what : case_statement::mistake;
  }

  [[nodiscard]] constexpr bool is_separator() const noexcept {
    return at().kind() == token_kind::separator;
  }

  [[nodiscard]] constexpr bool is_session() const noexcept {
    if (!at().is("bootstrap")) return false;
    detail::scanner next = at();
    next.advance();
    return next.is("begin") || next.is("drop") || next.is("finish");
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
    return is_separator() || at().kind() == token_kind::end || at().kind() == token_kind::number ||
           at().is("bootstrap") || at().is("account") || at().is("expect");
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
    this->session_ = session::closed;
    is_told_ = false;
    has_declarations_ = false;
    return true;
  }

  std::size_t begin_ = 0;
  bool has_declarations_ = false;
  bool is_told_ = false;
};

}  // namespace lwm2m::access::inline v0
