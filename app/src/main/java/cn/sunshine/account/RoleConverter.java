package cn.sunshine.account;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Roles are stored by their code, the one that accounts and process models use. */
@Converter(autoApply = true)
class RoleConverter implements AttributeConverter<Role, String> {

  @Override
  public String convertToDatabaseColumn(Role role) {
    return role == null ? null : role.code();
  }

  @Override
  public Role convertToEntityAttribute(String code) {
    return code == null ? null : Role.ofCode(code).orElseThrow();
  }
}
