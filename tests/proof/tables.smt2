; The tables of the rules as literals: sections B and K, the levels of C4, the answer and the step
; of each reason, and the columns in which the editions differ. Each goal is the negation of "the
; engine's column says the same"; what theorems.smt2 needs of a table it takes from here.
;
; `prove SOLVER DEFINITIONS cells` changes each cell of the engine's tables in turn, and each time a
; goal here must fail.

(declare-const x Number)
(declare-const y Number)

; Section B: the right that an operation needs. R 1, W 2, E 4, D 8, C 16.
(define-fun rule.needs ((x Number)) Number
  (ite (or (= x operation.read) (= x operation.observe) (= x operation.notify)
           (= x operation.write_attributes) (= x operation.send) (= x operation.read_composite)
           (= x operation.observe_composite)) #x0001
  (ite (or (= x operation.write) (= x operation.update) (= x operation.write_composite)) #x0002
  (ite (= x operation.execute) #x0004
  (ite (= x operation.delete_) #x0008
  (ite (= x operation.create) #x0010
  #x0000))))))

; C7: the Access Type that a Resource must have. R 0x80, W 0x40, E 0x20.
(define-fun rule.supported_by ((x Number)) Number
  (ite (= (rule.needs x) #x0001) #x0080
  (ite (= (rule.needs x) #x0002) #x0040
  (ite (= x operation.execute) #x0020
  #x0000))))

; Section C: success.
(define-fun rule.success ((x Number)) Number
  (ite (or (= x operation.read) (= x operation.discover) (= x operation.observe)
           (= x operation.cancel_observation) (= x operation.read_composite)
           (= x operation.observe_composite)) #x0045
  (ite (or (= x operation.write) (= x operation.update) (= x operation.execute)
           (= x operation.write_attributes) (= x operation.write_composite)) #x0044
  (ite (= x operation.create) #x0041
  (ite (= x operation.delete_) #x0042
  #x0000)))))

; What an operation is: the Client's own act, shows, lists, may list, writes, makes, is none.
(define-fun bit ((when Bool) (of Number)) Number (ite when of #x0000))
(define-fun rule.traits ((x Number)) Number
  (bvor
    (bit (or (= x operation.notify) (= x operation.send)) operation_traits.own_act)
    (bvor
      (bit (or (= x operation.read) (= x operation.observe) (= x operation.discover)
               (= x operation.notify) (= x operation.send) (= x operation.read_composite)
               (= x operation.observe_composite)) operation_traits.show)
      (bvor
        (bit (or (= x operation.send) (= x operation.read_composite)
                 (= x operation.observe_composite) (= x operation.write_composite))
             operation_traits.list)
        (bvor
          (bit (or (= x operation.notify) (= x operation.cancel_observation))
               operation_traits.list_without_path)
          (bvor
            (bit (or (= x operation.write) (= x operation.update) (= x operation.write_composite))
                 operation_traits.write)
            (bvor
              (bit (= x operation.create) operation_traits.make)
              (bit (or (= x #x0000) (bvugt x operation.write_composite))
                   operation_traits.undefined))))))))

; C4: the levels at which an operation applies, in every edition.
(define-fun rule.applies ((x Number) (y Number)) Bool
  (ite (or (= x operation.write) (= x operation.update) (= x operation.write_composite))
       (and (bvuge y level.object_instance) (bvule y level.resource_instance))
  (ite (= x operation.execute) (= y level.resource)
  (ite (= x operation.create) (= y level.object)
  (ite (= x operation.delete_) (= y level.object_instance)
  (and (bvule operation.read x) (bvule x operation.write_composite)
       (bvuge y level.object) (bvule y level.resource_instance)))))))

; K1 to K5: the levels at which the Bootstrap interface has it.
(define-fun rule.for_bootstrap ((x Number) (y Number)) Bool
  (or (and (= x operation.write) (bvuge y level.object) (bvule y level.resource))
      (and (= x operation.delete_) (bvuge y level.root) (bvule y level.object_instance))
      (and (= x operation.discover) (bvuge y level.root) (bvule y level.object))
      (and (= x operation.read) (bvuge y level.object) (bvule y level.object_instance))))

; Sections C to F and K: the answer to each reason.
(define-fun rule.code ((x Number)) Number
  (ite (= x reason.allowed) #x0000
  (ite (or (= x reason.not_decided) (= x reason.object_is_restricted) (= x reason.no_account)
           (= x reason.access_right_missing) (= x reason.not_the_owner)
           (= x reason.kept_by_the_client) (= x reason.nothing_readable)
           (= x reason.no_right_on_any_instance)) #x0081
  (ite (or (= x reason.object_not_found) (= x reason.object_instance_not_found)
           (= x reason.resource_not_found) (= x reason.resource_instance_not_found)) #x0084
  (ite (or (= x reason.operation_unknown) (= x reason.not_for_bootstrap) (= x reason.path_is_root)
           (= x reason.operation_not_on_object) (= x reason.operation_not_on_this_level)
           (= x reason.device_instance_is_kept) (= x reason.operation_not_supported)
           (= x reason.access_control_read_only) (= x reason.instance_is_kept)) #x0085
  (ite (or (= x reason.edition_unknown) (= x reason.no_room) (= x reason.bootstrap_in_progress)
           (= x reason.granted_meanwhile) (= x reason.policy_being_changed)) #x00a0
  #x0080))))))

; Section C: the step at which each reason is met.
(define-fun rule.step ((x Number)) Number
  (ite (= x reason.not_decided) step.none
  (ite (= x reason.allowed) step.passed
  (ite (= x reason.object_is_restricted) step.restricted_object
  (ite (= x reason.composite_path_too_short) step.composite_shape
  (ite (or (= x reason.no_account) (= x reason.edition_unknown) (= x reason.operation_unknown)
           (= x reason.not_for_bootstrap) (= x reason.path_missing) (= x reason.path_is_root))
       step.account
  (ite (or (= x reason.payload_outside_uri_path) (= x reason.payload_names_two_instances))
       step.payload
  (ite (or (= x reason.object_not_found) (= x reason.object_instance_not_found)) step.existence
  (ite (= x reason.operation_not_on_object) step.object_level
  (ite (or (= x reason.access_right_missing) (= x reason.not_the_owner)
           (= x reason.kept_by_the_client) (= x reason.nothing_readable)
           (= x reason.no_right_on_any_instance)) step.access_right
  (ite (or (= x reason.resource_not_found) (= x reason.resource_instance_not_found)) step.resource
  (ite (or (= x reason.operation_not_on_this_level) (= x reason.device_instance_is_kept)
           (= x reason.instance_is_kept)) step.level
  (ite (or (= x reason.operation_not_supported) (= x reason.access_control_read_only))
       step.operation_support
  (ite (or (= x reason.object_instance_exists) (= x reason.object_instance_id_reserved)
           (= x reason.object_instance_id_not_zero)) step.instance_taken
  (ite (or (= x reason.no_room) (= x reason.bootstrap_in_progress) (= x reason.granted_meanwhile)
           (= x reason.policy_being_changed)) step.room
  step.content)))))))))))))))
(define-fun is_reason ((x Number)) Bool (bvule x reason.policy_being_changed))

; The columns.
(define-fun is_edition ((x Number)) Bool
  (and (bvule edition_name.draft x) (bvule x edition_name.v1_2)))
(define-fun is_draft ((x Number)) Bool (= x edition_name.draft))
(define-fun is_since_1_0 ((x Number)) Bool (and (is_edition x) (bvuge x edition_name.v1_0)))
(define-fun is_since_1_1 ((x Number)) Bool (and (is_edition x) (bvuge x edition_name.v1_1)))
(define-fun is_1_2 ((x Number)) Bool (= x edition_name.v1_2))

(push 1)
(echo "unsat: B, the right of each operation")
(assert (not (= (needs x) (rule.needs x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C7, the Access Type of each operation")
(assert (not (= (supported_by x) (rule.supported_by x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C, the success of each operation")
(assert (not (= (success x) (rule.success x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: what each operation is")
(assert (not (= (traits x) (rule.traits x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C4, the levels of each operation")
(assert (not (= (applies x y) (rule.applies x y))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: K5, the levels of each operation in Bootstrap")
(assert (not (= (for_bootstrap x y) (rule.for_bootstrap x y))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C, the answer to each reason")
(assert (and (is_reason x) (not (= (code x) (rule.code x)))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C, the step of each reason")
(assert (and (is_reason x) (not (= (step x) (rule.step x)))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: A4, the Owner has R W E D since 1.0")
(assert (not (= (owner_has_full_right x) (is_since_1_0 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: A8, access control can be disabled in 1.2")
(assert (not (= (may_be_disabled x) (is_1_2 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: G1, a pre-grant stays in the draft")
(assert (not (= (pre_grant_stays x) (is_draft x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: K4, Bootstrap reads Object 2 since 1.1")
(assert (not (= (bootstrap_reads_access_control x) (is_since_1_1 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: K4, Bootstrap reads Object 1 in 1.2")
(assert (not (= (bootstrap_reads_servers x) (is_1_2 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: A11, the highest access right is 65535, in 1.2 it is 31")
(assert (and (is_edition x)
             (not (= (highest_access_right x) (ite (is_1_2 x) #x001f #xffff)))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: C1, Object 21 is closed since 1.1")
(assert (not (= (oscore_is_restricted x) (is_since_1_1 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: B, a Resource Instance can be deleted in 1.2")
(assert (not (= (deletes_resource_instances x) (is_1_2 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: D5, Create on an Object Instance in the draft")
(assert (not (= (creates_on_instance x) (is_draft x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: D6, a Create with what cannot be written is refused in the draft")
(assert (not (= (create_refuses_read_only x) (is_draft x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: D4, the Device instance is kept since 1.0")
(assert (not (= (keeps_device_instance x) (is_since_1_0 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: E, composites since 1.1")
(assert (not (= (has_composites x) (is_since_1_1 x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: G1, the creator gets an entry in the draft")
(assert (not (= (creator_gets_entry x) (is_draft x))))
(check-sat)
(pop 1)

(push 1)
(echo "unsat: H2, a refused Notify ends the observation in the draft")
(assert (not (= (refused_notify_cancels x) (is_draft x))))
(check-sat)
(pop 1)
