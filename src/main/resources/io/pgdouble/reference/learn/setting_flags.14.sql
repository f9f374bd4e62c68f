-- pg_settings_get_flags came with 15. Before, the flags of the settings that were there already are
-- the same, but for trace_recovery_messages, which stood in the sample: guc.c. RUNTIME_COMPUTED came
-- with 15 as well.
ARRAY(SELECT flag
        FROM (VALUES
              ('EXPLAIN', '{constraint_exclusion,cpu_index_tuple_cost,cpu_operator_cost,
                cpu_tuple_cost,cursor_tuple_fraction,effective_cache_size,
                effective_io_concurrency,enable_async_append,enable_bitmapscan,enable_gathermerge,
                enable_hashagg,enable_hashjoin,enable_incremental_sort,enable_indexonlyscan,
                enable_indexscan,enable_material,enable_memoize,enable_mergejoin,enable_nestloop,
                enable_parallel_append,enable_parallel_hash,enable_partition_pruning,
                enable_partitionwise_aggregate,enable_partitionwise_join,enable_seqscan,
                enable_sort,enable_tidscan,force_parallel_mode,from_collapse_limit,geqo,
                geqo_effort,geqo_generations,geqo_pool_size,geqo_seed,geqo_selection_bias,
                geqo_threshold,hash_mem_multiplier,jit,jit_above_cost,jit_inline_above_cost,
                jit_optimize_above_cost,join_collapse_limit,maintenance_io_concurrency,
                max_parallel_workers,max_parallel_workers_per_gather,min_parallel_index_scan_size,
                min_parallel_table_scan_size,parallel_leader_participation,parallel_setup_cost,
                parallel_tuple_cost,plan_cache_mode,random_page_cost,recursive_worktable_factor,
                search_path,seq_page_cost,temp_buffers,work_mem}'),
              ('NOT_IN_SAMPLE', '{allow_in_place_tablespaces,allow_system_table_mods,
                application_name,backtrace_functions,block_size,data_checksums,
                data_directory_mode,debug_assertions,debug_discard_caches,default_with_oids,
                force_parallel_mode,ignore_checksum_failure,ignore_invalid_pages,
                ignore_system_indexes,in_hot_standby,integer_datetimes,is_superuser,
                jit_debugging_support,jit_dump_bitcode,jit_expressions,jit_profiling_support,
                jit_tuple_deforming,lc_collate,lc_ctype,max_function_args,max_identifier_length,
                max_index_keys,post_auth_delay,pre_auth_delay,remove_temp_files_after_crash,
                restrict_nonsystem_relation_kind,role,seed,segment_size,server_encoding,
                server_version,server_version_num,session_authorization,shared_memory_size,
                shared_memory_size_in_huge_pages,ssl_library,ssl_renegotiation_limit,trace_notify,
                trace_sort,transaction_deferrable,transaction_isolation,
                transaction_read_only,wal_block_size,wal_consistency_checking,wal_segment_size,
                zero_damaged_pages}'),
              ('NO_RESET_ALL', '{is_superuser,role,seed,session_authorization,
                transaction_deferrable,transaction_isolation,transaction_read_only}'),
              ('NO_SHOW_ALL', '{default_with_oids,is_superuser,role,seed,session_authorization,
                ssl_renegotiation_limit}')
             ) AS known (flag, names)
       WHERE s.name = ANY (names::text[]))
