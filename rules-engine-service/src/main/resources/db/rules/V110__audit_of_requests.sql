-- The deployment requests that a deployment was for, so that a request's history finds its deployments. Text that is no
-- such JSON is about none: everything goes on record, also what nobody understands.
create function audit_requests(envelope text) returns text[] language plpgsql immutable parallel safe as $$
declare
    data jsonb := envelope::jsonb -> 'data';
begin
    return array(select jsonb_array_elements_text(coalesce(data -> 'drs', data #> '{decision,deployment_requests}')));
exception
    when data_exception or invalid_parameter_value or untranslatable_character then
        return '{}';
end
$$;
create index audit_log_requests on audit_log using gin (audit_requests(envelope)) where type like 'deployment.%';
