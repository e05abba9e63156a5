"""Second factors: one-time codes and registered keys; each answer is good once, and only in its place and time."""

import pyotp
import pytest
from tests.unit.vault.soft_authenticator import HERE, SoftAuthenticator
from tests.vaults import PASSWORDS, SetClock, a_team_vault, signed_in

from corro.errors import SecondFactorError, SignInError
from corro.vault import (
    Assertion,
    RelyingParty,
    Vault,
    VaultKeyring,
    drop_factors,
    new_totp,
    register,
    registration_options,
    set_totp,
    totp_address,
)

ELSEWHERE = RelyingParty("evil.example", "https://evil.example")


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands."""
    return SetClock()


@pytest.fixture
def vault(clock: SetClock) -> Vault:
    """A team's vault."""
    return a_team_vault(clock=clock)


def with_totp(vault: Vault) -> pyotp.TOTP:
    """Have ada's sign-ins want a code; return what gives it."""
    secret = new_totp()
    totp = pyotp.TOTP(secret)
    set_totp(signed_in(vault), secret, totp.at(vault.rooms.clock.now()))
    return totp


def with_code(vault: Vault, code: str) -> VaultKeyring:
    """Sign ada in with a code."""
    return vault.unlock("ada", PASSWORDS["ada"], code)


def test_a_code_is_wanted_and_taken_once(vault: Vault, clock: SetClock) -> None:
    """Also the one that set it up; who watched the code being typed has nothing of it."""
    totp = with_totp(vault)
    with pytest.raises(SecondFactorError):
        signed_in(vault)
    with pytest.raises(SignInError, match="was used"):
        with_code(vault, totp.at(clock.now()))
    clock.go(seconds=30)
    code = totp.at(clock.now())
    assert with_code(vault, f"{code[:3]} {code[3:]}").user.name == "ada"
    with pytest.raises(SignInError, match="was used"):
        with_code(vault, code)


@pytest.mark.parametrize(("seconds", "good"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_device_may_be_off_by_one_step(vault: Vault, clock: SetClock, seconds: int, good: bool) -> None:
    """And by no more."""
    totp = with_totp(vault)
    clock.go(minutes=10)
    code = totp.at(int(clock.now().timestamp()) + seconds)
    if good:
        assert with_code(vault, code).user.name == "ada"
    else:
        with pytest.raises(SignInError):
            with_code(vault, code)


def test_a_wrong_code_is_told_as_a_wrong_password_is(vault: Vault) -> None:
    """And none at all with a wrong password does not say that a code is wanted."""
    with_totp(vault)
    answers = set()
    for password, code in (
        (PASSWORDS["ada"], "000000"),
        (PASSWORDS["ada"], "no code"),
        ("not the password", ""),
        ("not it", "123456"),
    ):
        with pytest.raises(SignInError) as found:
            vault.unlock("ada", password, code)
        answers.add((type(found.value), str(found.value)))
    assert len(answers) == 1


def test_a_clock_set_back_brings_no_used_code_back(vault: Vault, clock: SetClock) -> None:
    """That is said, with what to look at."""
    totp = with_totp(vault)
    clock.go(minutes=10)
    with_code(vault, totp.at(clock.now()))
    clock.go(minutes=-5)
    with pytest.raises(SignInError, match="clock"):
        with_code(vault, totp.at(clock.now()))


def test_a_factor_is_set_only_with_a_device_that_gives_codes(vault: Vault) -> None:
    """So that nobody shuts themselves out; and it can be taken away again."""
    with pytest.raises(SignInError):
        set_totp(signed_in(vault), new_totp(), "000000")
    assert signed_in(vault).user.name == "ada"
    ada = signed_in(vault)
    secret = new_totp()
    assert f"secret={secret}" in totp_address(secret, "ada")
    set_totp(ada, secret, pyotp.TOTP(secret).at(vault.rooms.clock.now()))
    drop_factors(ada)
    assert signed_in(vault).user.name == "ada"


def registered(vault: Vault) -> SoftAuthenticator:
    """Register a key of ada's."""
    key, ada = SoftAuthenticator(), signed_in(vault)
    register(ada, key.register(registration_options(ada, HERE)), "blue key")
    return key


def challenge(vault: Vault) -> str:
    """Have a challenge made for ada."""
    return vault.device_options("ada", PASSWORDS["ada"], HERE)


def test_a_registered_key_is_wanted_and_answers(vault: Vault) -> None:
    """Each challenge once."""
    key = registered(vault)
    with pytest.raises(SecondFactorError):
        signed_in(vault)
    with pytest.raises(SignInError):
        with_code(vault, "123456")
    answer = key.answer(challenge(vault))
    assert vault.unlock("ada", PASSWORDS["ada"], answer).identity.credentials[0].label == "blue key"
    with pytest.raises(SignInError):
        vault.unlock("ada", PASSWORDS["ada"], answer)


def test_an_answer_for_another_site_of_another_key_or_to_an_old_challenge_opens_nothing(vault: Vault, clock: SetClock) -> None:
    """Nor one that cannot be read."""
    key, stranger = registered(vault), SoftAuthenticator()
    stranger.id = key.id
    late = challenge(vault)
    clock.go(minutes=6)
    for answer in (
        key.answer(challenge(vault), ELSEWHERE),
        stranger.answer(challenge(vault)),
        SoftAuthenticator().answer(challenge(vault)),
        key.answer(late),
        Assertion("{}", HERE),
    ):
        with pytest.raises(SignInError):
            vault.unlock("ada", PASSWORDS["ada"], answer)
        clock.go(minutes=3)
    assert vault.unlock("ada", PASSWORDS["ada"], key.answer(challenge(vault))).user.name == "ada"


def test_a_copied_key_is_found_by_its_counter(vault: Vault) -> None:
    """It answers rightly, and its counter went back."""
    key = registered(vault)
    vault.unlock("ada", PASSWORDS["ada"], key.answer(challenge(vault)))
    key.count = 0
    with pytest.raises(SignInError):
        vault.unlock("ada", PASSWORDS["ada"], key.answer(challenge(vault)))


def test_a_challenge_is_for_its_account_and_purpose(vault: Vault) -> None:
    """One that was made to register is no sign-in, and another account's is not one's own."""
    key, ada, ben = registered(vault), vault, signed_in(vault, "ben")
    with pytest.raises(SignInError):
        ada.unlock("ada", PASSWORDS["ada"], key.answer(registration_options(ben, HERE)))
    with pytest.raises(SignInError):
        register(ben, SoftAuthenticator().register(challenge(vault)), "stolen challenge")


def test_a_registration_for_another_site_is_refused(vault: Vault) -> None:
    """And one that cannot be read."""
    ada = signed_in(vault)
    with pytest.raises(SignInError):
        register(ada, SoftAuthenticator().register(registration_options(ada, HERE), ELSEWHERE), "x")
    with pytest.raises(SignInError):
        register(ada, Assertion("[]", HERE), "x")
    assert not signed_in(vault).identity.has_factor


def test_challenges_are_made_for_who_knows_the_password(vault: Vault) -> None:
    """And has a key."""
    registered(vault)
    for name, password in (("ada", "not the password"), ("ben", PASSWORDS["ben"]), ("nobody", "x")):
        with pytest.raises(SignInError):
            vault.device_options(name, password, HERE)
