package cn.sunshine.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

  void flush();

  @Query("select a from Account a left join fetch a.grants where a.username = :username")
  Optional<Account> findByUsername(String username);

  /** For a change: others who want to change the same account wait. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Account a where a.username = :username")
  Optional<Account> lock(String username);

  /** Everyone who keeps the system administrable; others who want to change one of them wait. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      """
      select a from Account a
      where a.enabled = true
        and exists (select 1 from a.grants g where g.role = cn.sunshine.account.Role.ADMIN)
      order by a.id
      """)
  List<Account> lockEnabledAdmins();

  List<Account> findByUsernameIn(Collection<String> usernames);

  /**
   * Inserts an account unless there is one of that name. Of two at once, one inserts and the other
   * waits for it.
   *
   * @return 1 when this call inserted it
   */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          insert into account (username, display_name, password_hash, password_version,
            must_change_password, enabled, demo, created_at, version)
          values (:username, :displayName, :passwordHash, 1, :mustChangePassword, true, :demo,
            :createdAt, 0)
          on conflict (username) do nothing
          """)
  int insert(
      String username,
      String displayName,
      String passwordHash,
      boolean mustChangePassword,
      boolean demo,
      Instant createdAt);

  @Query(
      """
      select a.username from Account a join a.grants g
      where a.enabled = true and g.role = :role and g.region = :region order by a.username
      """)
  List<String> holders(Role role, String region);

  @Modifying
  @Query("update Account a set a.lastLogInAt = :at where a.username = :username")
  void loggedIn(String username, Instant at);

  /** The patterns are those of SQL's like, with ! as the escape. */
  @Query(
      """
      select a from Account a
      where (lower(a.username) like :text escape '!' or lower(a.displayName) like :text escape '!')
        and (:anyGrants = true
          or exists (select 1 from a.grants g where g.role in :roles and g.region like :region))
      """)
  Page<Account> search(
      String text, boolean anyGrants, Collection<Role> roles, String region, Pageable page);
}
