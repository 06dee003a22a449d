-- What was decided of an attempt in the end is in its event: the owner of deployments may refuse what the gate allowed.
-- Text that is no such JSON is about no decision: everything goes on record, also what nobody understands.
create function audit_decision(envelope text) returns text language plpgsql immutable parallel safe as $$
begin
    return envelope::jsonb #>> '{data,decision,id}';
exception
    when data_exception or invalid_parameter_value or untranslatable_character then
        return null;
end
$$;
create index audit_log_decision on audit_log (audit_decision(envelope))
    where type in ('deployment.started', 'deployment.preflight_failed');
